"""Where results are kept."""
import importlib
import uuid
from datetime import datetime, timezone

import _kombu
from kombu import Producer, Queue
from kombu._urls import Address
from kombu.message import encode
from kombu.utils import json

from . import states
from .exceptions import ImproperlyConfigured


def backend_of(app):
    url = app.conf.result_backend
    if not url or url.startswith('disabled'):
        return DisabledBackend(app)
    if url.startswith('rpc'):
        return RPCBackend(app)
    if url.startswith(('redis', 'cache+memory')):
        return KeyBackend(app, url)
    if url.startswith(('db+', 'database')):
        from ._database import DatabaseBackend
        return DatabaseBackend(app, url)
    raise ImproperlyConfigured(f'Unknown result backend: {url!r}')


def _exception_meta(error):
    module = type(error).__module__
    return {'exc_type': type(error).__name__, 'exc_message': [_plain(arg) for arg in error.args], 'exc_module': module}


def _plain(value):
    try:
        json.dumps(value)
        return value
    except (TypeError, ValueError):
        return repr(value)


def exception_of(meta):
    """An exception as it was; of a class that is not known here, one of the same name."""
    if not isinstance(meta, dict):
        return Exception(meta)
    try:
        cls = getattr(importlib.import_module(meta['exc_module']), meta['exc_type'])
    except (ImportError, AttributeError):
        cls = type(meta['exc_type'], (Exception,), {'__module__': meta['exc_module']})
    message = meta['exc_message']
    args = message if isinstance(message, (list, tuple)) else [message]
    try:
        return cls(*args)
    except TypeError:
        return Exception(f'{cls}({args})')


class Backend:
    """What all have in common."""

    reply_to = None
    supports_chords = True
    #: Asked for a task's state they know what was stored by others.
    persistent = True
    is_disabled = False
    shown = 'disabled://'

    def __init__(self, app):
        self.app = app

    def expect(self, task_id):
        """A task of that id is about to be sent."""

    def meta_of(self, task_id, result, state, request, traceback=None):
        if state in states.EXCEPTION_STATES and isinstance(result, BaseException):
            result = _exception_meta(result)
        children = [child.as_tuple() for child in request.children] if request is not None else []
        now = datetime.now(timezone.utc).isoformat()
        meta = {'status': state, 'result': result, 'traceback': traceback, 'children': children, 'date_done': now, 'task_id': task_id}
        if self.app.conf.result_extended and request is not None:
            meta.update(name=request.task, args=request.args, kwargs=request.kwargs, worker=request.hostname,
                        retries=request.retries, queue=(request.delivery_info or {}).get('routing_key'))
        return meta

    def store(self, task_id, result, state, request=None, name='', traceback=None):
        text, *_ = encode(self.meta_of(task_id, result, state, request, traceback))
        if self.write(task_id, text, state, request):
            _kombu.celery_task(task_id, name or '', state, _told(state, result))

    def write(self, task_id, text, state, request):
        """False: it stays as it is."""
        raise NotImplementedError

    def meta(self, task_id):
        raise NotImplementedError


def _told(state, result):
    if state == states.STARTED:
        return ''
    text = repr(result)
    return text if len(text) <= 80 else f'{text[:79]}…'


class DisabledBackend(Backend):
    """Nothing is kept; who asks is told so."""

    supports_chords = False
    persistent = False
    is_disabled = True

    def store(self, task_id, result, state, request=None, name='', traceback=None):
        _kombu.celery_task(task_id, name or '', state, _told(state, result))

    def meta(self, task_id):
        raise NotImplementedError('No result backend is configured.\nPlease see the documentation for more information.')

    def wait(self, known, timeout):
        self.meta(None)

    def forget(self, task_id):
        self.meta(task_id)


class KeyBackend(Backend):
    """A key for each task, in Redis or in the memory of this process."""

    def __init__(self, app, url):
        super().__init__(app)
        address = Address(url)
        self.is_redis = address.transport == 'redis'
        self.shown = address.shown() if self.is_redis else url
        self._store = self._open(address)

    def _open(self, address):
        host, port = (address.hostname, address.port) if self.is_redis else ('', 0)
        return _kombu.Store(host, port, int(address.virtual_host) if address.virtual_host.isdigit() else 0)

    def write(self, task_id, text, state, request):
        while True:
            known = self.text(task_id)
            # What has succeeded stays so.
            if known is not None and json.loads(known)['status'] == states.SUCCESS:
                return False
            if self._store.swap(_key(task_id), known, text, self._seconds()):
                return True

    def text(self, task_id):
        return self._store.get(_key(task_id))

    def meta(self, task_id):
        text = self.text(task_id)
        return {'status': states.PENDING, 'result': None} if text is None else json.loads(text)

    def wait(self, known, timeout):
        """Until of one of these tasks there is something else than is known; False: not in time."""
        return self._store.changed([_key(id) for id in known], list(known.values()), timeout)

    def forget(self, task_id):
        self._store.delete(_key(task_id))

    def expect_parts(self, group_id, count):
        self._store.set(_size_key(group_id), str(count), self._seconds())

    def expected_parts(self, group_id):
        """None: they were all there once, and what comes now is too late."""
        text = self._store.get(_size_key(group_id))
        return None if text is None else int(text)

    def add_part(self, group_id, index, part):
        """Gives how many different parts there are now."""
        return self._store.add(_parts_key(group_id), index, json.dumps(part))

    def parts(self, group_id):
        return [json.loads(text) for text in self._store.members(_parts_key(group_id))]

    def forget_parts(self, group_id):
        self._store.delete(_parts_key(group_id))
        self._store.delete(_size_key(group_id))

    def save_group(self, group_id, ids):
        self._store.set(f'celery-taskset-meta-{group_id}', json.dumps(ids), self._seconds())

    def forget_group(self, group_id):
        self._store.delete(f'celery-taskset-meta-{group_id}')

    def restore_group(self, group_id):
        text = self._store.get(f'celery-taskset-meta-{group_id}')
        return None if text is None else json.loads(text)

    def _seconds(self):
        expires = self.app.conf.result_expires
        if expires is None:
            return 0
        return float(expires.total_seconds() if hasattr(expires, 'total_seconds') else expires)


def _key(task_id):
    return f'celery-task-meta-{task_id}'


def _parts_key(group_id):
    return f'celery-taskset-meta-{group_id}.j'


def _size_key(group_id):
    return f'celery-taskset-meta-{group_id}.s'


class RPCBackend(Backend):
    """Results are messages to the private queue of whoever sent the task, and are read once."""

    supports_chords = False
    persistent = False
    shown = 'rpc://'

    def __init__(self, app):
        super().__init__(app)
        self._queue = None
        self._connection = None
        self._known = {}

    @property
    def reply_to(self):
        return self._queue.name if self._queue is not None else None

    def expect(self, task_id):
        if self._queue is None:
            self._queue = Queue(str(uuid.uuid4()), routing_key='', durable=False, auto_delete=True)
            self._connection = self.app.connection()
            self._queue.declare(self._connection)
            self._connection.Consumer([self._queue], no_ack=True, on_message=self._arrived).consume()

    def _arrived(self, message):
        meta = message.payload
        self._known[meta['task_id']] = json.dumps(meta)

    def write(self, task_id, text, state, request):
        if request is not None and request.reply_to:
            Producer(self.app.producing).publish(
                json.loads(text), exchange='', routing_key=request.reply_to, correlation_id=task_id, label=f'{state} of {task_id[:8]}',
                delivery_mode=2 if self.app.conf.result_persistent else 1, retry=True,
                retry_policy=self.app.conf.task_publish_retry_policy)
        return True

    def text(self, task_id):
        while self._drain(0):
            pass
        return self._known.get(task_id)

    def meta(self, task_id):
        text = self.text(task_id)
        return {'status': states.PENDING, 'result': None} if text is None else json.loads(text)

    def wait(self, known, timeout):
        return self._drain(timeout)

    def forget(self, task_id):
        self._known.pop(task_id, None)

    def _drain(self, timeout):
        if self._connection is None:
            self.expect('')
        try:
            self._connection.drain_events(timeout)
        except TimeoutError:
            return False
        return True
