"""How a task is executed, and what is told of it: callbacks first, then its result."""
import logging
import sys
import time
import traceback as tracebacks

import _kombu
from kombu.exceptions import EncodeError

from . import _state, signals, states
from .canvas import signature
from .exceptions import ChordError, Ignore, Reject, Retry, TaskRevokedError

logger = logging.getLogger('celery.app.trace')
# Where no log is set up nothing is said.
logger.addHandler(logging.NullHandler())


class Outcome:
    """What became of one execution. `state` may be IGNORED or REJECTED."""

    def __init__(self, state, value, traceback=None, runtime=0.0):
        self.state = state
        self.value = value
        self.traceback = traceback
        self.runtime = runtime


class ExceptionInfo:
    """An exception and its traceback, as text."""

    def __init__(self, error):
        self.exception = error
        self.type = type(error)
        self.traceback = ''.join(tracebacks.format_exception(error))

    def __str__(self):
        return self.traceback


def execute(task, request, stores=True):
    """Runs it; stores and says what came of it."""
    if _has_succeeded(task, request):
        logger.info('Task %s[%s] Task already completed successfully.', task.name, request.id)
        return Outcome(states.SUCCESS, None)
    _state.push_task(task)
    task.push_request(request)
    _kombu.began(request.number, task.name)
    named = {'task_id': request.id, 'task': task, 'args': request.args, 'kwargs': request.kwargs}
    outcome = Outcome(None, None)
    try:
        signals.task_prerun.send(task, **named)
        outcome = _attempt(task, request, stores)
    finally:
        try:
            signals.task_postrun.send(task, **named, retval=outcome.value, state=outcome.state)
        finally:
            task.pop_request()
            _state.pop_task()
    told = {states.SUCCESS: 'finished', states.RETRY: 'later', states.REJECTED: 'denied', states.IGNORED: 'finished'}
    text = '' if outcome.state == states.SUCCESS else repr(outcome.value)
    _kombu.ended(request.number, told.get(outcome.state, 'failed'), text)
    return outcome


def _has_succeeded(task, request):
    """It has been run before, and its message has come once more; asked only where the settings say so."""
    if not (task.acks_late and task.app.conf.worker_deduplicate_successful_tasks and task.backend.persistent):
        return False
    return bool((request.delivery_info or {}).get('redelivered')) and task.AsyncResult(request.id).state == states.SUCCESS


def _attempt(task, request, stores):
    started = time.monotonic()
    backend = task.backend if stores else None
    stores_result = stores and not request.ignore_result
    if stores_result and task.track_started and not request.is_eager:
        backend.store(request.id, {'pid': _pid(), 'hostname': request.hostname}, states.STARTED, request, task.name)
    try:
        task.before_start(request.id, request.args, request.kwargs)
        value = task.called()(*request.args, **request.kwargs)
    except Ignore as error:
        return _unfinished(task, request, Outcome(states.IGNORED, error))
    except Reject as error:
        return _unfinished(task, request, Outcome(states.REJECTED, error))
    except Retry as error:
        return _retried(task, request, error, backend if stores_result else None)
    except Exception as error:
        return _failed(task, request, error, backend, stores_result)
    _go_on(task, request, value)
    if stores_result:
        try:
            backend.store(request.id, value, states.SUCCESS, request, task.name)
        except EncodeError as error:
            return _failed(task, request, error, backend, stores_result)
    if stores and request.chord:
        _part_done(task.app, request, states.SUCCESS, value)
    runtime = time.monotonic() - started
    task.on_success(value, request.id, request.args, request.kwargs)
    signals.task_success.send(task, result=value)
    logger.info('Task %s[%s] succeeded in %ss: %s', _name_of(task, request), request.id, runtime, _shown(task, value))
    task.after_return(states.SUCCESS, value, request.id, request.args, request.kwargs, None)
    return Outcome(states.SUCCESS, value, None, runtime)


def _name_of(task, request):
    """As logs have it."""
    return request.shadow or task.name


def _pid():
    import os
    return os.getpid()


def _shown(task, value):
    text = repr(value)
    return text if len(text) <= task.resultrepr_maxsize else f'{text[:task.resultrepr_maxsize]}...'


def _go_on(task, request, value):
    """Callbacks, then the next link of a chain."""
    for callback in request.callbacks or ():
        signature(callback, app=task.app).clone().apply_async((value,))
    if request.chain:
        rest = list(request.chain)
        following = signature(rest.pop(), app=task.app)
        following.apply_async((value,), **({'chain': rest} if rest else {}))


def _unfinished(task, request, outcome):
    if outcome.state == states.IGNORED:
        logger.info('Task %s[%s] ignored', _name_of(task, request), request.id)
    else:
        logger.warning('Task %s[%s] %r', _name_of(task, request), request.id, outcome.value, exc_info=sys.exc_info())
    return outcome


def _retried(task, request, error, backend):
    info = ExceptionInfo(error)
    if backend is not None:
        reason = error.exc if error.exc is not None else error
        backend.store(request.id, reason, states.RETRY, request, task.name, info.traceback)
    task.on_retry(error.exc, request.id, request.args, request.kwargs, info)
    signals.task_retry.send(task, request=request, reason=error, einfo=info)
    logger.info('Task %s[%s] retry: %s', _name_of(task, request), request.id, error)
    return Outcome(states.RETRY, error, info.traceback)


def _failed(task, request, error, backend, stores_result):
    info = ExceptionInfo(error)
    if backend is not None:
        keeps = stores_result or task.app.conf.task_store_errors_even_if_ignored
        fail(task.app, request, task.name, error, info.traceback, keeps)
    task.on_failure(error, request.id, request.args, request.kwargs, info)
    signals.task_failure.send(
        task, task_id=request.id, exception=error, args=request.args, kwargs=request.kwargs, traceback=error.__traceback__,
        einfo=info)
    if isinstance(error, tuple(task.throws)):
        logger.info('Task %s[%s] raised expected: %r', _name_of(task, request), request.id, error)
    else:
        logger.error('Task %s[%s] raised unexpected: %r', _name_of(task, request), request.id, error, exc_info=sys.exc_info())
    task.after_return(states.FAILURE, error, request.id, request.args, request.kwargs, None)
    return Outcome(states.FAILURE, error, info.traceback)


def fail(app, request, name, error, traceback=None, keeps=True):
    """Says that it has failed, and what depends on it with it. `keeps`: in the backend, too."""
    backend = app.backend
    if keeps:
        backend.store(request.id, error, states.FAILURE, request, name, traceback)
    if request.chord:
        _part_done(app, request, states.FAILURE, error)
    for link in reversed(request.chain or ()):
        link = signature(link, app=app)
        if keeps and link.id:
            backend.store(link.id, error, states.FAILURE, None, link.task, traceback)
        if link.options.get('chord'):
            _part_done(app, _context_of(link), states.FAILURE, error)
    for errback in request.errbacks or ():
        _call_errback(app, errback, request, error, traceback)


def announce_revoked(job, reason, signo=None, is_expired=False):
    """It will not be run, or not to its end."""
    app, request = job.task.app, job.context()
    error = TaskRevokedError(reason)
    if not request.ignore_result or app.conf.task_store_errors_even_if_ignored:
        app.backend.store(request.id, error, states.REVOKED, request, job.name)
    if request.chord:
        _part_done(app, request, states.REVOKED, error)
    job.ack()
    signals.task_revoked.send(
        job.task, request=request, terminated=signo is not None, signum=signo, expired=is_expired)


def _context_of(link):
    """Of one that has not been sent."""
    from .app.task import Context
    options = link.options
    return Context(id=link.id, chord=options['chord'], group=options.get('group_id'), group_index=options.get('group_index'))


def _call_errback(app, errback, request, error, traceback):
    """With request, exception and traceback, here, if it takes as many; otherwise by a message with the id."""
    errback = signature(errback, app=app)
    if errback.task in app.tasks and not errback.immutable:
        try:
            errback.type.head(request, error, traceback, *errback.args, **errback.kwargs)
        except TypeError:
            errback.apply_async((request.id,), parent_id=request.id)
        else:
            errback(request, error, traceback)
    else:
        errback.apply_async((request.id,), parent_id=request.id)


def _part_done(app, request, state, value):
    """A part of a chord's header is there; with the last of them its body is sent."""
    backend = app.backend
    body = signature(request.chord, app=app)
    part = [1, request.id, state, repr(value) if isinstance(value, Exception) else value]
    count = backend.add_part(request.group, request.group_index or 0, part)
    if count != backend.expected_parts(request.group):
        return
    parts = backend.parts(request.group)
    backend.forget_parts(request.group)
    bad = [(one, text) for _, one, kind, text in parts if kind in states.PROPAGATE_STATES]
    if bad:
        one, text = bad[0]
        _body_failed(app, body, ChordError(f'Dependency {one} raised {text}'))
    else:
        body.apply_async(([value for *_, value in parts],))


def _body_failed(app, body, error):
    from .app.task import Context
    for member in _members(body):
        request = Context(id=member.id, task=member.task, chain=member.options.get('chain'), errbacks=member.options.get('link_error'))
        fail(app, request, member.task, error)
    logger.error('Chord %r raised: %r', body.id, error)


def _members(body):
    """Those of which somebody may wait for the result."""
    if body.subtask_type == 'group':
        return body.tasks
    return [body.tasks[-1]] if body.subtask_type == 'chain' else [body]
