"""The program `celery`: `celery -A app worker -l INFO`."""
import argparse
import os
import socket
import sys
import time

from . import __version__, _beat, signals
from . import _tools as tools
from ._apps import find_app
from ._pools import POOLS
from ._worker import Worker

_LEVELS = ('DEBUG', 'INFO', 'WARNING', 'ERROR', 'CRITICAL', 'FATAL')

_LOGO = (
    ' -------------- ', '--- ***** ----- ', '-- ******* ---- ', '- *** --- * --- ', '- ** ---------- ', '- ** ---------- ',
    '- ** ---------- ', '- ** ---------- ', '- *** --- * --- ', '-- ******* ---- ', '--- ***** ----- ', ' -------------- ',
)
#: Beside what follows the logo.
_MARGIN = ' ' * 16


def main(argv, app=None):
    """Gives the exit code."""
    options = _parser().parse_args(argv)
    if options.command is None:
        print(f'{__version__} (recovery)' if options.version else 'Usage: celery [OPTIONS] COMMAND [ARGS]...')
        return 0
    name = options.app or (f'{app.main}' if app is not None else '')
    if not name:
        print('Error: Unable to find an app: say which with -A', file=sys.stderr)
        return 2
    if app is None:
        try:
            app = find_app(name)
        except (ImportError, AttributeError) as error:
            print(f'Usage: celery [OPTIONS] COMMAND [ARGS]...\nTry \'celery --help\' for help.\n\nError: Invalid value for '
                  f"'-A' / '--app': \nUnable to load celery application.\n{error}", file=sys.stderr)
            return 2
    if options.command == 'worker':
        return _work(app, name, options)
    if options.command == 'beat':
        return _beat.run(app, options)
    return tools.run(app, options)


def _parser():
    parser = argparse.ArgumentParser('celery')
    parser.add_argument('-A', '--app')
    parser.add_argument('-q', '--quiet', action='store_true')
    parser.add_argument('--version', action='store_true')
    commands = parser.add_subparsers(dest='command')
    for name in ('worker', 'beat', *tools.COMMANDS):
        command = commands.add_parser(name)
        command.add_argument('-A', '--app', default=argparse.SUPPRESS)
        if name in tools.COMMANDS:
            tools.add_options(command, name)
            continue
        command.add_argument('-l', '--loglevel', '--log-level', default='WARNING', type=str.upper, choices=_LEVELS)
        (_beat.add_options if name == 'beat' else _add_worker_options)(command)
    return parser


def _add_worker_options(worker):
    worker.add_argument('-P', '--pool', choices=sorted(POOLS))
    worker.add_argument('-c', '--concurrency', type=int)
    worker.add_argument('-Q', '--queues', default='')
    worker.add_argument('-n', '--hostname', default='')
    worker.add_argument('--prefetch-multiplier', type=int)
    worker.add_argument('-S', '--statedb')
    worker.add_argument('-B', '--beat', action='store_true')
    worker.add_argument('-s', '--schedule-filename', '--schedule')
    worker.add_argument('-E', '--task-events', action='store_true')
    for ignored in ('--without-gossip', '--without-mingle', '--without-heartbeat'):
        worker.add_argument(ignored, action='store_true')


def _work(app, name, options):
    if options.prefetch_multiplier is not None:
        app.conf.worker_prefetch_multiplier = options.prefetch_multiplier
    pool = options.pool or app.conf.worker_pool
    concurrency = options.concurrency or app.conf.worker_concurrency or os.cpu_count() or 1
    host = socket.gethostname()
    hostname = (options.hostname or 'celery').replace('%h', host)
    if '@' not in hostname:
        hostname = f'{hostname}@{host}'
    queues = [queue for queue in options.queues.split(',') if queue]
    if options.statedb is not None:
        app.conf.worker_state_db = options.statedb
    worker = Worker(app, name, pool, concurrency, queues, options.loglevel, hostname)
    signals.celeryd_init.send(hostname, instance=worker, conf=app.conf, options=vars(options))
    signals.worker_init.send(worker)
    signals.celeryd_after_setup.send(hostname, instance=worker, conf=app.conf)
    if not options.quiet:
        print(_banner(app, worker, options), flush=True)
    if options.beat:
        worker.beat = _beat.start_beside(name, options.loglevel, options.schedule_filename or app.conf.beat_schedule_filename)
    return worker.run()


def _banner(app, worker, options):
    lines = [
        f'{worker.hostname} v{__version__} (recovery)', '', f'Linux {time.strftime("%Y-%m-%d %H:%M:%S")}', '',
        '[config]', f'.> app:         {app.main or "__main__"}:{id(app):#x}',
        f'.> transport:   {app.connection().as_uri()}', f'.> results:     {app.backend.shown}', f'.> concurrency: {worker.concurrency} ({worker.pool.name})',
        f'.> task events: {"ON" if options.task_events else "OFF (enable -E to monitor tasks in this worker)"}', '', '[queues]',
    ]
    text = '\n'.join(f'{mark}{line}' for mark, line in zip(_LOGO, lines))
    for queue in worker.queues:
        exchange = queue.exchange
        text += f'\n{_MARGIN}.> {queue.name:<16} exchange={exchange.name}({exchange.type}) key={queue.routing_key}'
    text = f' \n{text}\n{_MARGIN}\n'
    if options.loglevel in ('DEBUG', 'INFO'):
        names = sorted(name for name in app.tasks if not name.startswith('celery.'))
        text += '\n[tasks]\n' + ''.join(f'  . {name}\n' for name in names)
    return text
