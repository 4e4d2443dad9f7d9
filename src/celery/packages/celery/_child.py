"""A child of a worker: `python -m celery._child app level number orders news`. It is told tasks by lines, and tells by lines what became of them."""
import os
import signal
import sys

from kombu.utils import json

from . import _log, signals
from ._apps import find_app
from ._job import wants_requeue
from ._trace import execute
from .app.task import Context
from .exceptions import SoftTimeLimitExceeded


def _too_long(signo, frame):
    raise SoftTimeLimitExceeded()


def _asked_to_end(signo, frame):
    sys.exit(signo)


def main(app_name, level, number, orders, news):
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _asked_to_end)
    signal.signal(signal.SIGUSR1, _too_long)
    app = find_app(app_name)
    _log.set_up(app, level, f'ForkPoolWorker-{number}')

    def say(**words):
        try:
            os.write(int(news), json.dumps(words).encode() + b'\n')
        except BrokenPipeError:
            # The worker is gone, and nobody has more work.
            sys.exit(1)

    signals.worker_process_init.send(None)
    status = 0
    try:
        with open(int(orders)) as lines:
            for line in lines:
                order = json.loads(line)
                say(**{'is': 'accepted'})
                outcome = execute(app.tasks[order['name']], Context(**order['fields']))
                say(**{'is': 'done', 'state': outcome.state, 'requeue': wants_requeue(outcome.value)})
    except SystemExit as error:
        status = error.code
        raise
    finally:
        signals.worker_process_shutdown.send(None, pid=os.getpid(), exitcode=status)


if __name__ == '__main__':
    main(*sys.argv[1:])
