"""Workers told and asked from afar: `app.control`."""
from kombu.pidbox import Mailbox


class Inspect:
    """Questions to all workers, or to some: each gives a dict of answers by worker, or None when nobody has answered."""

    def __init__(self, destination=None, timeout=1.0, callback=None, connection=None, app=None, limit=None, pattern=None,
                 matcher=None):
        self.app = app
        self.destination = destination
        self._options = {'timeout': timeout, 'callback': callback, 'connection': connection, 'limit': limit, 'pattern': pattern,
                         'matcher': matcher}

    def _ask(self, command, **arguments):
        one = isinstance(self.destination, str)
        destination = [self.destination] if one else self.destination
        answers = self.app.control.broadcast(command, arguments, destination, reply=True, **self._options)
        by_worker = {name: answer for each in answers or () for name, answer in each.items()}
        return by_worker.get(self.destination) if one else by_worker or None

    def ping(self, destination=None):
        if destination:
            self.destination = destination
        return self._ask('ping')

    def active(self, safe=None):
        return self._ask('active', safe=safe)

    def scheduled(self, safe=None):
        return self._ask('scheduled')

    def reserved(self, safe=None):
        return self._ask('reserved')

    def stats(self):
        return self._ask('stats')

    def revoked(self):
        return self._ask('revoked')

    def registered(self, *taskinfoitems):
        return self._ask('registered', taskinfoitems=taskinfoitems)

    registered_tasks = registered

    def active_queues(self):
        return self._ask('active_queues')

    def query_task(self, *ids):
        return self._ask('query_task', ids=ids[0] if len(ids) == 1 and isinstance(ids[0], (list, tuple)) else ids)

    def conf(self, with_defaults=False):
        return self._ask('conf', with_defaults=with_defaults)


class Control:
    """`broadcast` reaches whoever listens at that moment. Over SQS that is nobody."""

    def __init__(self, app):
        self.app = app
        self._mailbox = None

    def inspect(self, *args, **options):
        return Inspect(*args, app=self.app, **options)

    def broadcast(self, command, arguments=None, destination=None, connection=None, reply=False, timeout=1.0, limit=None,
                  callback=None, channel=None, pattern=None, matcher=None, **more):
        if not self.app.producing.supports_exchange_type('fanout'):
            return [] if reply else None
        if self._mailbox is None or not self._mailbox.connection.connected:
            self._mailbox = Mailbox('celery', 'fanout', self.app.connection())
        return self._mailbox.broadcast(
            command, {**(arguments or {}), **more}, destination, reply, timeout, limit, callback, pattern, matcher)

    def ping(self, destination=None, timeout=1.0, **options):
        return self.broadcast('ping', destination=destination, reply=True, timeout=timeout, **options)

    def revoke(self, task_id, destination=None, terminate=False, signal='SIGTERM', **options):
        """Workers will not run it; with `terminate`, the child that runs it is ended."""
        ids = list(task_id) if isinstance(task_id, (list, tuple, set)) else task_id
        return self.broadcast('revoke', {'task_id': ids, 'terminate': terminate, 'signal': signal}, destination, **options)

    def terminate(self, task_id, destination=None, signal='SIGTERM', **options):
        return self.revoke(task_id, destination, terminate=True, signal=signal, **options)

    def rate_limit(self, task_name, rate_limit, destination=None, **options):
        return self.broadcast('rate_limit', {'task_name': task_name, 'rate_limit': rate_limit}, destination, **options)

    def time_limit(self, task_name, soft=None, hard=None, destination=None, **options):
        return self.broadcast('time_limit', {'task_name': task_name, 'soft': soft, 'hard': hard}, destination, **options)

    def add_consumer(self, queue, exchange=None, exchange_type='direct', routing_key=None, options=None, destination=None, **more):
        said = {'queue': queue, 'exchange': exchange, 'exchange_type': exchange_type, 'routing_key': routing_key}
        return self.broadcast('add_consumer', {**said, **(options or {})}, destination, **more)

    def cancel_consumer(self, queue, destination=None, **options):
        return self.broadcast('cancel_consumer', {'queue': queue}, destination, **options)

    def shutdown(self, destination=None, **options):
        return self.broadcast('shutdown', {}, destination, **options)

    def purge(self, connection=None):
        """What waits in the queues of the settings is gone. Gives how many messages that were."""
        count = 0
        for queue in self.app.queues.values():
            bound = queue(self.app.producing)
            bound.declare()
            count += bound.purge()
        return count

    discard_all = purge
