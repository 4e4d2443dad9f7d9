"""What becomes of tasks, as their callers see it."""
import time
from collections import deque
from datetime import datetime

from kombu.utils import json

from . import states
from ._backends import exception_of
from ._state import get_app, get_task
from .exceptions import IncompleteResults, TimeoutError

_IN_A_TASK = (
    'Never call result.get() within a task!\nSee https://docs.celeryq.dev/en/latest/userguide/tasks.html'
    '#avoid-launching-synchronous-subtasks\n')


class ResultBase:
    """Of one task or many."""

    parent = None


def _check_not_in_a_task(disable_sync_subtasks):
    task = get_task()
    if disable_sync_subtasks and task is not None and not task.request.called_directly:
        raise RuntimeError(_IN_A_TASK)


def wait_for(app, ids, timeout, propagate=True):
    """What is known of these tasks when all have ended, or one of them in a way that is to be raised; or raises TimeoutError."""
    deadline = None if timeout is None else time.monotonic() + timeout
    backend = app.backend
    if backend.is_disabled:
        backend.meta(None)
    while True:
        known = {id: backend.text(id) for id in ids}
        metas = {id: None if text is None else json.loads(text) for id, text in known.items()}
        ended = {id: meta for id, meta in metas.items() if meta is not None and meta['status'] in states.READY_STATES}
        if len(ended) == len(known) or propagate and any(meta['status'] in states.PROPAGATE_STATES for meta in ended.values()):
            return ended
        left = None if deadline is None else deadline - time.monotonic()
        open_ones = {id: text for id, text in known.items() if id not in ended}
        if left is not None and left <= 0 or not backend.wait(open_ones, left):
            raise TimeoutError('The operation timed out.')


class AsyncResult(ResultBase):
    """The result of one task, by its id. What has been seen to be final is asked for no more."""

    TimeoutError = TimeoutError

    def __init__(self, id, backend=None, task_name=None, app=None, parent=None):
        if id is None:
            raise ValueError('AsyncResult requires valid id, not None')
        self.id = id
        self.app = app or get_app()
        self.parent = parent
        self._name = task_name
        self._ended = None

    @property
    def backend(self):
        return self.app.backend

    @property
    def task_id(self):
        return self.id

    def as_tuple(self):
        return (self.id, self.parent and self.parent.as_tuple()), None

    def as_list(self):
        return [self.id, *(self.parent.as_list() if self.parent is not None else ())]

    def _meta(self):
        if self._ended is not None:
            return self._ended
        meta = self.backend.meta(self.id)
        if meta['status'] in states.READY_STATES:
            self._ended = meta
        return meta

    @property
    def state(self):
        return self._meta()['status']

    status = state

    @property
    def result(self):
        meta = self._meta()
        return exception_of(meta['result']) if meta['status'] in states.EXCEPTION_STATES else meta['result']

    info = result

    @property
    def traceback(self):
        return self._meta().get('traceback')

    @property
    def date_done(self):
        text = self._meta().get('date_done')
        return None if text is None else datetime.fromisoformat(text)

    @property
    def children(self):
        children = self._meta().get('children')
        return None if children is None else [result_from_tuple(child, self.app) for child in children]

    @property
    def name(self):
        return self._meta().get('name') or self._name

    task_name = name

    @property
    def args(self):
        return self._meta().get('args')

    @property
    def kwargs(self):
        return self._meta().get('kwargs')

    @property
    def worker(self):
        return self._meta().get('worker')

    @property
    def retries(self):
        return self._meta().get('retries')

    @property
    def queue(self):
        return self._meta().get('queue')

    def ready(self):
        return self.state in states.READY_STATES

    def successful(self):
        return self.state == states.SUCCESS

    def failed(self):
        return self.state == states.FAILURE

    def get(self, timeout=None, propagate=True, interval=0.5, no_ack=True, follow_parents=True, callback=None, on_message=None,
            on_interval=None, disable_sync_subtasks=True, EXCEPTION_STATES=None, PROPAGATE_STATES=None):
        """The value; or raises what the task raised, or TimeoutError after so many seconds."""
        _check_not_in_a_task(disable_sync_subtasks)
        if propagate and follow_parents:
            self._raise_of_parents()
        if self._ended is None:
            self._ended = wait_for(self.app, [self.id], timeout, propagate)[self.id]
        return self.maybe_throw(propagate, callback)

    wait = get

    def maybe_throw(self, propagate=True, callback=None):
        """As `get`, of what is there now."""
        meta = self._meta()
        value = self.result
        if meta['status'] in states.PROPAGATE_STATES and propagate:
            raise value
        if callback is not None:
            callback(self.id, value)
        return value

    maybe_reraise = maybe_throw

    def _raise_of_parents(self):
        node = self.parent
        while node is not None:
            node.maybe_throw()
            node = node.parent

    def collect(self, intermediate=False, **options):
        """Results of this task and of those that it has sent, and so on, as pairs."""
        for _, result in self.iterdeps(intermediate):
            yield result, result.get(**options)

    def iterdeps(self, intermediate=False):
        waiting = deque([(None, self)])
        while waiting:
            parent, node = waiting.popleft()
            yield parent, node
            if not node.ready() and not intermediate:
                raise IncompleteResults()
            waiting.extend((node, child) for child in node.children or ())

    def get_leaf(self):
        value = None
        for _, result in self.iterdeps():
            value = result.get()
        return value

    def revoke(self, connection=None, terminate=False, signal=None, wait=False, timeout=None):
        """Workers will not run it."""
        self.app.control.revoke(self.id, terminate=terminate, signal=signal, reply=wait, timeout=timeout or 1.0)

    def forget(self):
        self._ended = None
        if self.parent is not None:
            self.parent.forget()
        self.backend.forget(self.id)

    def __str__(self):
        return str(self.id)

    def __hash__(self):
        return hash(self.id)

    def __eq__(self, other):
        if isinstance(other, AsyncResult):
            return self.id == other.id
        return other == self.id if isinstance(other, str) else NotImplemented

    def __reduce__(self):
        return type(self), (self.id, None, self._name, None, self.parent)

    def __repr__(self):
        return f'<{type(self).__name__}: {self.id}>'


class EagerResult(AsyncResult):
    """Of a task that was run at once."""

    def __init__(self, id, value, state, traceback=None, name=None):
        self.id = id
        self.parent = None
        self._name = name
        self._value = value
        self._seen = {'status': state, 'result': value, 'traceback': traceback}

    def _meta(self):
        return self._seen

    @property
    def result(self):
        return self._value

    info = result

    def get(self, timeout=None, propagate=True, disable_sync_subtasks=True, **options):
        _check_not_in_a_task(disable_sync_subtasks)
        if self.state in states.PROPAGATE_STATES and propagate:
            raise self._value if isinstance(self._value, Exception) else Exception(self._value)
        return self._value

    wait = get

    def revoke(self, *args, **options):
        self._seen['status'] = states.REVOKED

    def forget(self):
        pass

    def __reduce__(self):
        return type(self), (self.id, self._value, self.state, self.traceback, self._name)

    def __repr__(self):
        return f'<EagerResult: {self.id}>'


class ResultSet(ResultBase):
    """Several results at once."""

    def __init__(self, results, app=None, **options):
        self.results = list(results)
        self._app = app

    @property
    def app(self):
        return self._app or (self.results[0].app if self.results and hasattr(self.results[0], 'app') else get_app())

    def add(self, result):
        if result not in self.results:
            self.results.append(result)

    def discard(self, result):
        if result in self.results:
            self.results.remove(result)

    def remove(self, result):
        self.results.remove(result)

    def update(self, results):
        self.results.extend(result for result in results if result not in self.results)

    def clear(self):
        self.results.clear()

    @property
    def children(self):
        return self.results

    def get(self, timeout=None, propagate=True, interval=0.5, callback=None, no_ack=True, on_message=None,
            disable_sync_subtasks=True, on_interval=None):
        """All values, in order; or raises what the first that failed has raised."""
        _check_not_in_a_task(disable_sync_subtasks)
        pending = [result for result in self.results if isinstance(result, AsyncResult) and not isinstance(result, EagerResult)]
        if pending:
            ended = wait_for(self.app, [result.id for result in pending], timeout, propagate)
            for result in pending:
                result._ended = ended.get(result.id)
            failed = [result for result in pending if result._ended and result._ended['status'] in states.PROPAGATE_STATES]
            if propagate and failed:
                raise failed[0].result
        values = []
        for result in self.results:
            values.append(result.get(timeout=timeout, propagate=propagate, disable_sync_subtasks=False))
            if callback is not None:
                callback(result.id, values[-1])
        return [] if callback is not None else values

    join = join_native = get

    def iterate(self, timeout=None, propagate=True):
        for result in self.results:
            yield result.get(timeout=timeout, propagate=propagate)

    def maybe_throw(self, propagate=True, callback=None):
        for result in self.results:
            result.maybe_throw(propagate=propagate, callback=callback)

    maybe_reraise = maybe_throw

    def ready(self):
        return all(result.ready() for result in self.results)

    def successful(self):
        return all(result.successful() for result in self.results)

    def failed(self):
        return any(result.failed() for result in self.results)

    def waiting(self):
        return any(not result.ready() for result in self.results)

    def completed_count(self):
        return sum(result.successful() for result in self.results)

    def revoke(self, connection=None, terminate=False, signal=None, wait=False, timeout=None):
        self.app.control.revoke(
            [result.id for result in self.results], terminate=terminate, signal=signal, reply=wait, timeout=timeout or 1.0)

    def forget(self):
        for result in self.results:
            result.forget()

    def __len__(self):
        return len(self.results)

    def __iter__(self):
        return iter(self.results)

    def __getitem__(self, index):
        return self.results[index]

    def __eq__(self, other):
        return other.results == self.results if isinstance(other, ResultSet) else NotImplemented

    def __repr__(self):
        return f'<{type(self).__name__}: [{", ".join(result.id for result in self.results)}]>'


class GroupResult(ResultSet):
    """The results of a group, in its order."""

    def __init__(self, id=None, results=None, parent=None, app=None, **options):
        super().__init__(results or (), app)
        self.id = id
        self.parent = parent

    def as_tuple(self):
        return (self.id, self.parent and self.parent.as_tuple()), [result.as_tuple() for result in self.results]

    def as_list(self):
        return [self.id, *(self.parent.as_list() if self.parent is not None else ())]

    def save(self, backend=None):
        self.app.backend.save_group(self.id, [result.id for result in self.results])
        return self

    def delete(self, backend=None):
        self.app.backend.forget_group(self.id)

    @classmethod
    def restore(cls, id, backend=None, app=None):
        app = app or get_app()
        ids = app.backend.restore_group(id)
        return None if ids is None else cls(id, [AsyncResult(one, app=app) for one in ids], app=app)

    def __bool__(self):
        return bool(self.id or self.results)

    def __str__(self):
        return str(self.id)

    def __eq__(self, other):
        if isinstance(other, GroupResult):
            return (other.id, other.results, other.parent) == (self.id, self.results, self.parent)
        return other == self.id if isinstance(other, str) else NotImplemented

    def __hash__(self):
        return hash(self.id)

    def __repr__(self):
        return f'<GroupResult: {self.id} [{", ".join(result.id for result in self.results)}]>'


def result_from_tuple(parts, app=None):
    (id, parent), nested = parts
    parent = parent and result_from_tuple(parent, app)
    if nested is not None:
        return GroupResult(id, [result_from_tuple(one, app) for one in nested], parent, app)
    return AsyncResult(id, app=app, parent=parent)
