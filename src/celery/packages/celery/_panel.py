"""What a worker does when it is told, or asked, from afar."""
import logging
import os
import signal as signals
import time

from kombu.pidbox import Mailbox

from . import states
from ._limits import rate
from .exceptions import TaskRevokedError

logger = logging.getLogger('celery.worker.control')

_INFO = ('exchange', 'routing_key', 'rate_limit')


def listen(worker, connection):
    """Its letter box; None: its broker knows no broadcasts."""
    if not (worker.app.conf.worker_enable_remote_control and connection.supports_exchange_type('fanout')):
        return None
    node = Mailbox('celery', 'fanout', connection).Node(worker.hostname, worker, COMMANDS)
    node.listen()
    return node


def ping(worker, **options):
    return {'ok': 'pong'}


def active(worker, safe=False, **options):
    return [job.info() for job in worker.in_hand if job.is_running]


def reserved(worker, **options):
    """Those that have come and wait for a child, or for the worker's rate limit."""
    return [job.info() for job in worker.in_hand if not job.is_running and not job.is_scheduled]


def scheduled(worker, **options):
    """Those whose time has not come."""
    return [{'eta': job.eta.isoformat(), 'priority': 6, 'request': job.info()} for job in worker.in_hand if job.is_scheduled]


def query_task(worker, ids, **options):
    return {job.id: ['active' if job.is_running else 'reserved', job.info()] for job in worker.in_hand if job.id in ids}


def registered(worker, taskinfoitems=None, builtins=False, **options):
    tasks = worker.app.tasks
    names = sorted(name for name in tasks if builtins or not name.startswith('celery.'))
    return [_with_info(tasks[name], taskinfoitems or _INFO) for name in names]


def _with_info(task, items):
    said = [f'{item}={getattr(task, item)}' for item in items if getattr(task, item, None) is not None]
    return f"{task.name} [{' '.join(said)}]" if said else task.name


def revoked(worker, **options):
    return list(worker.revoked)


def stats(worker, **options):
    return {
        'total': dict(worker.totals), 'pid': os.getpid(), 'uptime': int(time.monotonic() - worker.started_at),
        'pool': {'max-concurrency': worker.concurrency, 'processes': worker.pool.pids()}, 'prefetch_count': worker.intake.window,
    }


def active_queues(worker):
    return [_queue_info(queue) for queue in worker.queues]


def _queue_info(queue):
    exchange = queue.exchange
    return {
        'name': queue.name, 'exchange': {'name': exchange.name, 'type': exchange.type, 'durable': exchange.durable},
        'routing_key': queue.routing_key, 'durable': queue.durable, 'exclusive': queue.exclusive, 'auto_delete': queue.auto_delete,
    }


def conf(worker, with_defaults=False, **options):
    return {name: repr(value) if not isinstance(value, (str, int, float, bool, type(None))) else value
            for name, value in worker.app.conf.table(with_defaults).items()}


def revoke(worker, task_id, terminate=False, signal=None, **options):
    ids = list(dict.fromkeys([task_id] if isinstance(task_id, str) else task_id))
    worker.revoked.update(ids)
    if terminate:
        return _end(worker, ids, _signal_of(signal or 'SIGTERM'))
    for id in ids:
        worker.app.backend.store(id, TaskRevokedError('revoked'), states.REVOKED)
    logger.info('Tasks flagged as revoked: %s', ', '.join(ids))
    return {'ok': f"tasks {', '.join(ids)} flagged as revoked"}


def _end(worker, ids, signal):
    found = [job for job in worker.in_hand if job.id in ids]
    for job in found:
        logger.info('Terminating %s (%s)', job.id, int(signal))
        worker.terminate(job, signal)
    return {'ok': f"terminate: {', '.join(job.id for job in found) or 'tasks unknown'}"}


def _signal_of(given):
    if isinstance(given, int):
        return signals.Signals(given)
    return signals.Signals[given if given.startswith('SIG') else f'SIG{given}']


def terminate(worker, signal, task_id, **options):
    return revoke(worker, task_id, terminate=True, signal=signal)


def rate_limit(worker, task_name, rate_limit, **options):
    try:
        rate(rate_limit)
    except (KeyError, ValueError) as error:
        return {'error': f'Invalid rate limit string: {error!r}'}
    if task_name not in worker.app.tasks:
        logger.error('Rate limit attempt for unknown task %s', task_name)
        return {'error': 'unknown task'}
    worker.app.tasks[task_name].rate_limit = rate_limit
    worker.limits.reset()
    if not rate_limit:
        logger.info('Rate limits disabled for tasks of type %s', task_name)
        return {'ok': 'rate limit disabled successfully'}
    logger.info('New rate limit for tasks of type %s: %s.', task_name, rate_limit)
    return {'ok': 'new rate limit set successfully'}


def time_limit(worker, task_name=None, hard=None, soft=None, **options):
    if task_name not in worker.app.tasks:
        logger.error('Change time limit attempt for unknown task %s', task_name)
        return {'error': 'unknown task'}
    task = worker.app.tasks[task_name]
    task.soft_time_limit, task.time_limit = soft, hard
    logger.info('New time limits for tasks of type %s: soft=%s hard=%s', task_name, soft, hard)
    return {'ok': 'time limits set successfully'}


def add_consumer(worker, queue, exchange=None, exchange_type=None, routing_key=None, **options):
    worker.add_queue(queue, exchange, exchange_type, routing_key)
    return {'ok': f'add consumer {queue}'}


def cancel_consumer(worker, queue, **options):
    worker.cancel_queue(queue)
    return {'ok': f'no longer consuming from {queue}'}


def shutdown(worker, msg='Got shutdown from remote', **options):
    logger.warning(msg)
    worker.stop()


COMMANDS = {command.__name__: command for command in (
    ping, active, reserved, scheduled, query_task, registered, revoked, stats, active_queues, conf, revoke, terminate, rate_limit,
    time_limit, add_consumer, cancel_consumer, shutdown)}
