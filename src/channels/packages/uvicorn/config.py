"""What a server is to serve, and how."""

import importlib
import logging
import sys

logger = logging.getLogger('uvicorn.error')

LEVELS = {'critical': 50, 'error': 40, 'warning': 30, 'info': 20, 'debug': 10, 'trace': 5}


class _LevelFormatter(logging.Formatter):
    """INFO:     text"""

    def format(self, record):
        return f'{record.levelname + ":":<9} {super().format(record)}'


class Config:
    """`app`: an ASGI application, or where it is, as `module:name`. Of the many options those that change what can be seen here."""

    def __init__(self, app, host='127.0.0.1', port=8000, *, uds=None, log_level=None, access_log=True, lifespan='auto', root_path='',
                 factory=False, server_header=True, ws_ping_interval=20.0, ws_ping_timeout=20.0, timeout_graceful_shutdown=None, **unused):
        self.app, self.host, self.port, self.uds = app, host, port, uds
        self.log_level, self.access_log, self.lifespan = log_level, access_log, lifespan
        self.root_path, self.factory, self.server_header = root_path, factory, server_header
        self.ws_ping_interval, self.ws_ping_timeout = ws_ping_interval, ws_ping_timeout
        self.timeout_graceful_shutdown = timeout_graceful_shutdown
        self.loaded_app = None

    def configure_logging(self):
        """The errors' logger writes to stderr, that of accesses to stdout."""
        level = LEVELS.get(self.log_level, self.log_level) or logging.INFO
        for name, stream in (('uvicorn', sys.stderr), ('uvicorn.access', sys.stdout)):
            log = logging.getLogger(name)
            log.setLevel(level)
            log.propagate = False
            if not log.handlers:
                handler = logging.StreamHandler(stream)
                handler.setFormatter(_LevelFormatter('%(message)s'))
                log.addHandler(handler)

    def load(self):
        """Finds the application. SystemExit: it is not where it is said to be."""
        app = self.app
        if isinstance(app, str):
            module, colon, name = app.partition(':')
            if not (module and name):
                self._fail(f'Import string "{app}" must be in format "<module>:<attribute>".')
            try:
                app = importlib.import_module(module)
            except ModuleNotFoundError as exc:
                if exc.name != module:
                    raise
                self._fail(f'Could not import module "{module}".')
            for part in name.split('.'):
                if not hasattr(app, part):
                    self._fail(f'Attribute "{name}" not found in module "{module}".')
                app = getattr(app, part)
        self.loaded_app = app() if self.factory else app

    def _fail(self, text):
        logger.error('Error loading ASGI app. %s', text)
        sys.exit(1)
