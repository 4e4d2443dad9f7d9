"""Tasks: functions that are called by messages."""
import sys
import threading

from .. import states
from ..canvas import chord, chunks, group, signature, xmap, xstarmap
from ..exceptions import Ignore, MaxRetriesExceededError, Reject, Retry

MAX_RETRIES = 3
RETRY_DELAY = 180


class Context:
    """What a running task knows of itself."""

    args = None
    kwargs = None
    retries = 0
    delivery_info = None
    is_eager = False
    called_directly = True
    callbacks = None
    errbacks = None
    chain = None
    chord = None
    group = None
    group_index = None
    root_id = None
    parent_id = None
    id = None
    expires = None
    eta = None
    timelimit = None
    reply_to = None
    correlation_id = None
    hostname = None
    headers = None
    number = 0
    #: The name of the task, and another that logs may have in its place.
    task = None
    shadow = None
    lang = None
    origin = None
    argsrepr = None
    kwargsrepr = None
    ignore_result = False

    def __init__(self, **values):
        self.__dict__.update(values)
        self.children = []

    def get(self, name, default=None):
        return getattr(self, name, default)

    def __repr__(self):
        return f'<Context: {vars(self)!r}>'


class _Stack(threading.local):
    contexts = ()


class Task:
    """The class of all tasks; an app makes one of each function."""

    name = None
    app = None
    abstract = True
    max_retries = MAX_RETRIES
    default_retry_delay = RETRY_DELAY
    autoretry_for = ()
    dont_autoretry_for = ()
    retry_backoff = False
    retry_backoff_max = 600
    retry_jitter = True
    retry_kwargs = {}
    ignore_result = None
    track_started = None
    acks_late = None
    acks_on_failure_or_timeout = None
    reject_on_worker_lost = None
    time_limit = None
    soft_time_limit = None
    rate_limit = None
    serializer = None
    priority = None
    queue = None
    throws = ()
    #: Characters of a result in the log.
    resultrepr_maxsize = 1024
    typing = True
    expires = None

    MaxRetriesExceededError = MaxRetriesExceededError

    def __init__(self):
        self._stack = _Stack()

    def bind(self, app):
        """What is not said of it the settings say."""
        self.app = app
        conf = app.conf
        for name, setting in (
                ('ignore_result', 'task_ignore_result'), ('track_started', 'task_track_started'), ('acks_late', 'task_acks_late'),
                ('acks_on_failure_or_timeout', 'task_acks_on_failure_or_timeout'), ('time_limit', 'task_time_limit'),
                ('reject_on_worker_lost', 'task_reject_on_worker_lost'), ('soft_time_limit', 'task_soft_time_limit'),
                ('rate_limit', 'task_default_rate_limit')):
            if getattr(type(self), name) is None:
                setattr(self, name, conf[setting])
        self._annotate(conf.task_annotations)

    def _annotate(self, annotations):
        """What the settings say of tasks by name, `*` being all."""
        given = annotations if isinstance(annotations, (list, tuple)) else [annotations]
        for one in given:
            for name in ('*', self.name):
                for attribute, value in (one or {}).get(name, {}).items():
                    setattr(self, attribute, value)

    def run(self, *args, **kwargs):
        raise NotImplementedError('Tasks must define the run method.')

    def __call__(self, *args, **kwargs):
        self.push_request(Context(args=args, kwargs=kwargs))
        try:
            return self.run(*args, **kwargs)
        finally:
            self.pop_request()

    def push_request(self, context):
        self._stack.contexts = (*self._stack.contexts, context)

    def pop_request(self):
        self._stack.contexts = self._stack.contexts[:-1]

    @property
    def request(self):
        contexts = self._stack.contexts
        return contexts[-1] if contexts else Context()

    @property
    def backend(self):
        return self.app.backend

    def delay(self, *args, **kwargs):
        return self.apply_async(args, kwargs)

    def apply_async(self, args=None, kwargs=None, task_id=None, producer=None, link=None, link_error=None, **options):
        if self.typing:
            self._check(args or (), kwargs or {})
        for name in ('priority', 'queue', 'expires'):
            value = getattr(self, name)
            if value is not None:
                options.setdefault(name, value)
        if self.time_limit is not None or self.soft_time_limit is not None:
            options.setdefault('time_limit', self.time_limit)
            options.setdefault('soft_time_limit', self.soft_time_limit)
        if self.app.conf.task_always_eager:
            return self.apply(args, kwargs, task_id=task_id, link=link, link_error=link_error, **options)
        return self.app.send_task(
            self.name, args, kwargs, task_id=task_id, link=link, link_error=link_error,
            ignore_result=options.pop('ignore_result', self.ignore_result), **options)

    def apply(self, args=None, kwargs=None, task_id=None, retries=0, throw=None, link=None, link_error=None, **options):
        """Here and now, without a worker."""
        from .._trace import execute
        from ..result import EagerResult
        context = Context(id=task_id or self.app.new_id(), args=args or (), kwargs=kwargs or {}, retries=retries,
                          is_eager=True, called_directly=False, callbacks=_signatures(link), errbacks=_signatures(link_error),
                          delivery_info={'is_eager': True, 'exchange': options.get('exchange'),
                                         'routing_key': options.get('routing_key'), 'priority': options.get('priority')})
        outcome = execute(self, context, stores=self.app.conf.task_store_eager_result)
        if outcome.state == states.RETRY and outcome.value.sig is not None:
            return outcome.value.sig.apply(retries=retries + 1)
        throws = throw if throw is not None else self.app.conf.task_eager_propagates
        if throws and outcome.state == states.FAILURE:
            raise outcome.value
        return EagerResult(context.id, outcome.value, outcome.state, outcome.traceback, self.name)

    def retry(self, args=None, kwargs=None, exc=None, throw=True, eta=None, countdown=None, max_retries=None, **options):
        """Sends the task's message anew, and raises what ends this attempt."""
        request = self.request
        limit = self.max_retries if max_retries is None else max_retries
        if request.called_directly:
            raise exc or Retry('Task can be retried', None) from sys.exc_info()[1]
        if eta is None and countdown is None:
            countdown = self.default_retry_delay
        sig = self.signature_from_request(request, args, kwargs, countdown, eta, **options)
        if limit is not None and request.retries + 1 > limit:
            if exc is not None:
                raise exc
            raise self.MaxRetriesExceededError(
                f"Can't retry {self.name}[{request.id}] args:{sig.args} kwargs:{sig.kwargs}",
                task_args=sig.args, task_kwargs=sig.kwargs)
        retry = Retry(exc=exc, when=eta or countdown, sig=sig)
        if not request.is_eager:
            try:
                sig.apply_async()
            except Exception as error:
                raise Reject(error, requeue=False) from error
        if throw:
            raise retry
        return retry

    def signature_from_request(self, request, args=None, kwargs=None, countdown=None, eta=None, **options):
        args = request.args if args is None else args
        kwargs = request.kwargs if kwargs is None else kwargs
        info = request.delivery_info or {}
        kept = {
            'task_id': request.id, 'root_id': request.root_id, 'parent_id': request.parent_id, 'group_id': request.group,
            'group_index': request.group_index, 'chord': request.chord, 'chain': request.chain, 'link': request.callbacks,
            'link_error': request.errbacks, 'expires': request.expires, 'retries': request.retries + 1, 'countdown': countdown,
            'eta': eta, 'exchange': info.get('exchange'), 'routing_key': info.get('routing_key'), 'reply_to': request.reply_to,
        }
        if request.timelimit and any(request.timelimit):
            kept['time_limit'], kept['soft_time_limit'] = request.timelimit
        return self.signature(args, kwargs, **{**{k: v for k, v in kept.items() if v is not None}, **options})

    def called(self):
        """What a worker calls: `run`, or all of it where its class says what a call is."""
        return self.run if type(self).__call__ is Task.__call__ else self

    def _check(self, args, kwargs):
        """Wrong arguments are told here and not in a worker."""
        self.head(*args, **kwargs)

    def signature(self, args=None, kwargs=None, **options):
        return signature(self.name, args, kwargs, options, app=self.app)

    subtask = signature

    def s(self, *args, **kwargs):
        return self.signature(args, kwargs)

    def si(self, *args, **kwargs):
        return self.signature(args, kwargs, immutable=True)

    def map(self, it):
        return xmap(self, it)

    def starmap(self, it):
        return xstarmap(self, it)

    def chunks(self, it, n):
        """Of arguments: a message for so many calls each."""
        return chunks(self, it, n, app=self.app)

    def replace(self, sig):
        """Another call in the place of this one: with its id, and with all that was to follow."""
        request = self.request
        if isinstance(sig, group):
            sig = chord(sig, self.app.tasks['celery.accumulate'].s(index=0), app=self.app)
        if request.is_eager:
            return sig.apply().get()
        kept = {
            'task_id': request.id, 'root_id': request.root_id, 'group_id': request.group, 'group_index': request.group_index,
            'chord': request.chord, 'chain': request.chain, 'link': request.callbacks, 'link_error': request.errbacks,
        }
        sig.apply_async(**{name: value for name, value in kept.items() if value is not None})
        raise Ignore('Replaced by new task')

    def AsyncResult(self, task_id):
        return self.app.AsyncResult(task_id, task_name=self.name)

    def update_state(self, task_id=None, state=None, meta=None):
        self.backend.store(task_id or self.request.id, meta, state, self.request, self.name)

    def before_start(self, task_id, args, kwargs):
        pass

    def on_success(self, retval, task_id, args, kwargs):
        pass

    def on_retry(self, exc, task_id, args, kwargs, einfo):
        pass

    def on_failure(self, exc, task_id, args, kwargs, einfo):
        pass

    def after_return(self, status, retval, task_id, args, kwargs, einfo):
        pass

    def __repr__(self):
        return f'<@task: {self.name} of {self.app.main} at {id(self.app):#x}>'


def _signatures(given):
    if given is None:
        return None
    return list(given) if isinstance(given, (list, tuple)) else [given]
