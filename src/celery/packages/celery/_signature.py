"""A call as data."""
from ._state import get_app

#: What is made of calls, by its name; canvas.py has them.
TYPES = {}


def shape(name):
    """A class of such a thing."""
    def named(cls):
        TYPES[name] = cls
        return cls
    return named


class Signature(dict):
    """A call that is not made yet. It is a dict, so that it can be sent."""

    def __init__(self, task=None, args=None, kwargs=None, options=None, type=None, subtask_type=None, immutable=False, app=None,
                 **extra):
        self._app = app
        if isinstance(task, dict):
            super().__init__(task)
            return
        super().__init__(task=getattr(task, 'name', task), args=tuple(args or ()), kwargs=dict(kwargs or {}),
                         options=dict(options or {}, **extra), subtask_type=subtask_type, immutable=immutable)

    @property
    def app(self):
        return self._app or get_app()

    @property
    def type(self):
        return self.app.tasks[self['task']]

    task = property(lambda self: self['task'], lambda self, value: self.__setitem__('task', value))
    args = property(lambda self: self['args'])
    kwargs = property(lambda self: self['kwargs'])
    options = property(lambda self: self['options'])
    subtask_type = property(lambda self: self['subtask_type'])
    immutable = property(lambda self: self['immutable'])

    @property
    def name(self):
        return self.task

    @property
    def id(self):
        return self.options.get('task_id')

    def __call__(self, *args, **kwargs):
        args, kwargs, _ = self.merged(args, kwargs)
        return self.type(*args, **kwargs)

    def merged(self, args=(), kwargs=None, options=None):
        options = {**self.options, **(options or {})}
        if self.immutable:
            return tuple(self.args), dict(self.kwargs), options
        return (*args, *self.args), {**self.kwargs, **(kwargs or {})}, options

    def clone(self, args=(), kwargs=None, **options):
        args, kwargs, options = self.merged(args, kwargs, options)
        copy = signature(dict(self), app=self._app)
        copy.update(args=args, kwargs=kwargs, options=options)
        return copy

    partial = clone

    def freeze(self, task_id=None):
        """From now on its id is known. Gives its result."""
        self.options.setdefault('task_id', task_id or self.app.new_id())
        return self.app.AsyncResult(self.id, task_name=self.task)

    def delay(self, *args, **kwargs):
        return self.apply_async(args, kwargs)

    def apply_async(self, args=(), kwargs=None, **options):
        args, kwargs, options = self.merged(args, kwargs, options)
        if self.task in self.app.tasks:
            return self.type.apply_async(args, kwargs, **options)
        return self.app.send_task(self.task, args, kwargs, **options)

    def apply(self, args=(), kwargs=None, **options):
        args, kwargs, options = self.merged(args, kwargs, options)
        return self.type.apply(args, kwargs, **options)

    def set(self, immutable=None, **options):
        if immutable is not None:
            self['immutable'] = immutable
        self.options.update(options)
        return self

    def set_immutable(self, immutable):
        self['immutable'] = immutable

    def link(self, callback):
        return self._append('link', callback)

    def link_error(self, errback):
        return self._append('link_error', errback)

    def on_error(self, errback):
        self.link_error(errback)
        return self

    def _append(self, name, callback):
        known = self.options.get(name) or []
        known = list(known) if isinstance(known, (list, tuple)) else [known]
        if callback not in known:
            self.options[name] = [*known, callback]
        return callback

    def __or__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return TYPES['chain'](self, other, app=self._app)

    def __deepcopy__(self, memo):
        return signature(dict(self), app=self._app)

    def __reduce__(self):
        return signature, (dict(self),)

    def shown_with(self, *args):
        """As a call, with these arguments before its own."""
        shown = [*map(repr, (*args, *self.args)), *(f'{name}={value!r}' for name, value in self.kwargs.items())]
        return f"{self.task}({', '.join(shown)})"

    def __repr__(self):
        return self.shown_with()


def signature(task, args=None, kwargs=None, options=None, app=None, **extra):
    """Of a name and arguments; or of what has come as a dict."""
    if isinstance(task, Signature):
        return task
    if not isinstance(task, dict):
        return Signature(task, args, kwargs, options, app=app, immutable=extra.pop('immutable', None) or
                         (options or {}).pop('immutable', False), **extra)
    cls = TYPES.get(task.get('subtask_type'), Signature)
    made = cls.__new__(cls)
    dict.__init__(made, task)
    made._app = app
    made['args'] = tuple(made['args'])
    made['options'] = dict(made['options'])
    made['kwargs'] = dict(made['kwargs'])
    return made


def as_list(given):
    if given is None:
        return []
    return list(given) if isinstance(given, (list, tuple)) else [given]


def short(task, text):
    """The module of the first task is said once."""
    module = f"{task.rpartition('.')[0]}."
    head, found, rest = text.partition(module)
    return head + found + rest.replace(module, '')
