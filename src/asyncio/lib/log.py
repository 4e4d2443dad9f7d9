"""Logging configuration."""

import sys


class _Logger:
    """The logger 'asyncio'. As long as the program has not imported logging, warnings and errors go to stderr, as they do
    in CPython through logging's handler of last resort."""

    name = 'asyncio'

    def _real(self):
        logging = sys.modules.get('logging')
        return None if logging is None else logging.getLogger('asyncio')

    def _log(self, level, msg, args, exc_info=None):
        real = self._real()
        if real is not None:
            return real.log(level, msg, *args, exc_info=exc_info)
        if level < 30:
            return
        print(msg % args if args else msg, file=sys.stderr)
        if exc_info:
            if not isinstance(exc_info, tuple):
                exc_info = sys.exc_info()
            sys.__excepthook__(*exc_info)

    def debug(self, msg, *args, exc_info=None):
        self._log(10, msg, args, exc_info)

    def info(self, msg, *args, exc_info=None):
        self._log(20, msg, args, exc_info)

    def warning(self, msg, *args, exc_info=None):
        self._log(30, msg, args, exc_info)

    def error(self, msg, *args, exc_info=None):
        self._log(40, msg, args, exc_info)

    def exception(self, msg, *args):
        self._log(40, msg, args, True)

    def isEnabledFor(self, level):
        real = self._real()
        return level >= 30 if real is None else real.isEnabledFor(level)

    def __getattr__(self, name):
        import logging
        return getattr(logging.getLogger('asyncio'), name)


logger = _Logger()
