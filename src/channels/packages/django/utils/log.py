"""Logging as Django sets it up: its own messages on stderr while DEBUG is on."""

import logging


class RequireDebugTrue(logging.Filter):
    def filter(self, record):
        from django.conf import settings

        return settings.DEBUG


class RequireDebugFalse(logging.Filter):
    def filter(self, record):
        from django.conf import settings

        return not settings.DEBUG


class CallbackFilter(logging.Filter):
    def __init__(self, callback):
        self.callback = callback

    def filter(self, record):
        return 1 if self.callback(record) else 0


class AdminEmailHandler(logging.Handler):
    """There is no e-mail: what would be sent to the admins is dropped, as Django does without ADMINS."""

    def emit(self, record):
        return


class ServerFormatter(logging.Formatter):
    """Lines of a server: `[22/Nov/2026 21:00:00] message`, in the program's own time."""

    default_time_format = '%d/%b/%Y %H:%M:%S'

    def format(self, record):
        if self.uses_server_time() and not hasattr(record, 'server_time'):
            record.server_time = self.formatTime(record, self.datefmt)
        return super().format(record)

    def uses_server_time(self):
        return self._fmt.find('{server_time}') >= 0


def configure_logging(logging_config, logging_settings):
    """The defaults, then LOGGING through the function that LOGGING_CONFIG names; None leaves logging alone."""
    if not logging_config:
        return
    _default_logging()
    if logging_settings:
        from django.utils.module_loading import import_string

        import_string(logging_config)(logging_settings)


def _default_logging():
    django = logging.getLogger('django')
    if not django.handlers:
        console = logging.StreamHandler()
        console.setLevel(logging.INFO)
        console.addFilter(RequireDebugTrue())
        django.addHandler(console)
        django.setLevel(logging.INFO)
    server = logging.getLogger('django.server')
    if not server.handlers:
        handler = logging.StreamHandler()
        handler.setLevel(logging.INFO)
        handler.setFormatter(ServerFormatter('[{server_time}] {message}', style='{'))
        server.addHandler(handler)
        server.setLevel(logging.INFO)
        server.propagate = False


def log_response(message, *args, response=None, request=None, logger=None, level=None, exception=None):
    """Once for each response: 4xx as a warning, 5xx as an error with its traceback."""
    if getattr(response, '_has_been_logged', False):
        return
    if level is None:
        level = logging.ERROR if response.status_code >= 500 else logging.WARNING if response.status_code >= 400 else logging.INFO
    told = logger or logging.getLogger('django.request')
    told.log(level, message, *args, extra={'status_code': response.status_code, 'request': request}, exc_info=exception)
    response._has_been_logged = True
