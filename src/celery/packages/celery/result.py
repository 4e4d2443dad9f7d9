"""Results that will come."""
import json
import time

from . import states
from ._backends import exception_of
from ._state import get_app, get_task
from .exceptions import TimeoutError


class ResultBase:
    """Of one task or many."""

    parent = None


class AsyncResult(ResultBase):
    """The result of one task, by its id."""

    def __init__(self, id, backend=None, task_name=None, app=None, parent=None):
        self.id = id
        self.app = app or get_app()
        self.task_name = task_name
        self.parent = parent

    @property
    def backend(self):
        return self.app.backend

    @property
    def task_id(self):
        return self.id

    def as_tuple(self):
        return [[self.id, self.parent and self.parent.as_tuple()], None]

    def _meta(self):
        return self.backend.meta(self.id)

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
    def children(self):
        return [_from_tuple(child, self.app) for child in self._meta().get('children') or ()]

    def ready(self):
        return self.state in states.READY_STATES

    def successful(self):
        return self.state == states.SUCCESS

    def failed(self):
        return self.state == states.FAILURE

    def get(self, timeout=None, propagate=True, interval=0.5, no_ack=True, follow_parents=True, callback=None,
            disable_sync_subtasks=True, **options):
        """The value; or raises what the task raised, or TimeoutError after so many seconds."""
        task = get_task()
        if disable_sync_subtasks and task is not None and not task.request.called_directly:
            raise RuntimeError(
                'Never call result.get() within a task!\nSee https://docs.celeryq.dev/en/latest/userguide/tasks.html'
                '#avoid-launching-synchronous-subtasks')
        if self.backend.is_disabled:
            self.backend.meta(self.id)
        if propagate and follow_parents and self.parent is not None:
            self._raise_of_parents()
        deadline = None if timeout is None else time.monotonic() + timeout
        while True:
            text = self.backend.text(self.id)
            if text is not None and json.loads(text)['status'] in states.READY_STATES:
                return self._value(json.loads(text), propagate, callback)
            left = None if deadline is None else deadline - time.monotonic()
            if left is not None and left <= 0 or not self.backend.wait(self.id, text, left):
                raise TimeoutError('The operation timed out.')

    wait = get

    def _value(self, meta, propagate, callback):
        if meta['status'] in states.PROPAGATE_STATES:
            error = exception_of(meta['result'])
            if propagate:
                raise error
            return error
        if callback is not None:
            callback(self.id, meta['result'])
        return meta['result']

    def _raise_of_parents(self):
        node = self.parent
        while node is not None:
            if isinstance(node, AsyncResult):
                meta = node._meta()
                if meta['status'] in states.PROPAGATE_STATES:
                    raise exception_of(meta['result'])
            node = node.parent

    def revoke(self, connection=None, terminate=False, signal=None, wait=False, timeout=None):
        """Workers will not run it."""
        self.app.control.revoke(self.id, terminate=terminate, signal=signal, reply=wait, timeout=timeout or 1.0)

    def forget(self):
        if self.parent is not None:
            self.parent.forget()
        self.backend.forget(self.id)

    def __str__(self):
        return str(self.id)

    def __hash__(self):
        return hash(self.id)

    def __eq__(self, other):
        return self.id == getattr(other, 'id', other)

    def __repr__(self):
        return f'<{type(self).__name__}: {self.id}>'


class EagerResult(AsyncResult):
    """Of a task that was run at once."""

    def __init__(self, id, value, state, traceback=None, name=None):
        self.id = id
        self.parent = None
        self.task_name = name
        self._value_of = value
        self._state = state
        self._traceback = traceback

    def _meta(self):
        return {'status': self._state, 'result': self._value_of, 'traceback': self._traceback}

    @property
    def result(self):
        return self._value_of

    info = result

    def get(self, timeout=None, propagate=True, **options):
        if self._state in states.PROPAGATE_STATES and propagate:
            raise self._value_of if isinstance(self._value_of, Exception) else Exception(self._value_of)
        return self._value_of

    wait = get

    def forget(self):
        pass

    def __repr__(self):
        return f'<EagerResult: {self.id}>'


class GroupResult(ResultBase):
    """The results of a group, in its order."""

    def __init__(self, id=None, results=None, app=None, parent=None):
        self.id = id
        self.results = list(results or ())
        self.app = app or get_app()
        self.parent = parent

    @property
    def children(self):
        return self.results

    def as_tuple(self):
        return [[self.id, self.parent and self.parent.as_tuple()], [result.as_tuple() for result in self.results]]

    def get(self, timeout=None, propagate=True, **options):
        """All values, in order."""
        deadline = None if timeout is None else time.monotonic() + timeout
        values = []
        for result in self.results:
            left = None if deadline is None else max(0, deadline - time.monotonic())
            values.append(result.get(timeout=left, propagate=propagate, **options))
        return values

    join = join_native = get

    def iterate(self, timeout=None, propagate=True):
        for result in self.results:
            yield result.get(timeout=timeout, propagate=propagate)

    def revoke(self, connection=None, terminate=False, signal=None, wait=False, timeout=None):
        self.app.control.revoke(
            [result.id for result in self.results], terminate=terminate, signal=signal, reply=wait, timeout=timeout or 1.0)

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

    def forget(self):
        for result in self.results:
            result.forget()

    def save(self, backend=None):
        self.app.backend.save_group(self.id, [result.id for result in self.results])

    @classmethod
    def restore(cls, id, backend=None, app=None):
        app = app or get_app()
        ids = app.backend.restore_group(id)
        return None if ids is None else cls(id, [AsyncResult(one, app=app) for one in ids], app)

    def __len__(self):
        return len(self.results)

    def __iter__(self):
        return iter(self.results)

    def __getitem__(self, index):
        return self.results[index]

    def __repr__(self):
        return f'<GroupResult: {self.id} [{", ".join(result.id for result in self.results)}]>'


def _from_tuple(parts, app):
    (id, parent), nested = parts
    parent = parent and _from_tuple(parent, app)
    if nested is not None:
        return GroupResult(id, [_from_tuple(one, app) for one in nested], app, parent)
    return AsyncResult(id, app=app, parent=parent)
