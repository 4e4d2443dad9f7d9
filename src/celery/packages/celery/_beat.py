"""The commands `celery beat` and `celery worker -B`: `python -m celery._beat app level file` is the latter's."""
import importlib
import signal
import subprocess
import sys
import time

from . import __version__, _log
from ._apps import find_app
from .beat import Service
from .schedules import humanize_seconds


def add_options(parser):
    parser.add_argument('-s', '--schedule')
    parser.add_argument('-S', '--scheduler')
    parser.add_argument('--max-interval', type=float)


def run(app, options):
    """Until a signal ends it. Gives the exit code."""
    service = Service(app, options.max_interval, options.schedule, _scheduler_class(options.scheduler or app.conf.beat_scheduler))
    print(f'celery beat v{__version__} (recovery) is starting.')
    print(_banner(app, service, options.loglevel), flush=True)
    _log.set_up(app, options.loglevel, 'MainProcess')
    _end_by_signals()
    service.start()
    return 0


def _scheduler_class(name):
    module, _, attribute = name.replace(':', '.').rpartition('.')
    return getattr(importlib.import_module(module), attribute)


def _end_by_signals():
    for signo in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signo, lambda signo, frame: sys.exit(0))


def _banner(app, service, level):
    scheduler = service.get_scheduler(lazy=True)
    kind = type(scheduler)
    longest = scheduler.max_interval
    return '\n'.join([
        '__    -    ... __   -        _', f'LocalTime -> {time.strftime("%Y-%m-%d %H:%M:%S")}', 'Configuration ->',
        f'    . broker -> {app.connection().as_uri()}', '    . loader -> celery.loaders.app.AppLoader',
        f'    . scheduler -> {kind.__module__}.{kind.__qualname__}', scheduler.info, f'    . logfile -> [stderr]@%{level}',
        f'    . maxinterval -> {humanize_seconds(longest)} ({longest}s)'])


def start_beside(app_name, level, filename):
    """A process of its own."""
    command = [sys.executable or 'python', '-m', 'celery._beat', app_name, level, filename]
    return subprocess.Popen(command)


def main(app_name, level, filename):
    app = find_app(app_name)
    _log.set_up(app, level, 'Beat')
    _end_by_signals()
    Service(app, schedule_filename=filename, scheduler_cls=_scheduler_class(app.conf.beat_scheduler)).start(embedded_process=True)


if __name__ == '__main__':
    main(*sys.argv[1:])
