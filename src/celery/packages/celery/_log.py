"""The log of a worker: on stderr, with the name of the process that writes."""
import logging
import sys
import warnings

from . import signals
from ._state import get_task
from .exceptions import CPendingDeprecationWarning


class _Formatter(logging.Formatter):
    """`process_name`: MainProcess, ForkPoolWorker-1."""

    def __init__(self, format, process_name):
        super().__init__(format)
        self.process_name = process_name

    def format(self, record):
        record.processName = self.process_name
        task = get_task()
        record.task_name, record.task_id = (task.name, task.request.id) if task is not None else ('???', '???')
        return super().format(record)


class _ToLog:
    """What is printed becomes lines of the log."""

    encoding = 'utf-8'
    errors = None

    def __init__(self, logger, level):
        self._logger = logger
        self._level = level

    def write(self, text):
        line = text.rstrip('\n')
        if line:
            self._logger.log(self._level, line)
        return len(text)

    def flush(self):
        pass

    def isatty(self):
        return False


def set_up(app, level, process_name):
    """`level`: as `-l` names it."""
    number = logging.getLevelName(level.upper())
    warnings.filterwarnings('once', category=CPendingDeprecationWarning)
    logging.captureWarnings(True)
    conf = app.conf
    said = {'loglevel': number, 'logfile': None, 'colorize': False}
    if not signals.setup_logging.send(None, format=conf.worker_log_format, **said):
        root = logging.getLogger()
        root.setLevel(number)
        root.handlers[:] = [_handler(conf.worker_log_format, process_name)]
        tasks = logging.getLogger('celery.task')
        tasks.propagate = False
        tasks.handlers[:] = [_handler(conf.worker_task_log_format, process_name)]
        signals.after_setup_logger.send(None, logger=root, format=conf.worker_log_format, **said)
        signals.after_setup_task_logger.send(None, logger=tasks, format=conf.worker_task_log_format, **said)
    if conf.worker_redirect_stdouts:
        to = logging.getLogger('celery.redirected')
        level = logging.getLevelName(conf.worker_redirect_stdouts_level)
        sys.stdout = sys.stderr = _ToLog(to, level)


def _handler(format, process_name):
    handler = logging.StreamHandler(sys.__stderr__)
    handler.setFormatter(_Formatter(format, process_name))
    return handler
