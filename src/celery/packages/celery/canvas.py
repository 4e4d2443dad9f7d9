"""Calls as data, and what can be made of them: chains, groups, chords."""
import itertools

import _kombu

from ._state import get_app


class Signature(dict):
    """A call that is not made yet. It is a dict, so that it can be sent."""

    def __init__(self, task=None, args=None, kwargs=None, options=None, type=None, subtask_type=None, immutable=False, app=None,
                 **extra):
        self._app = app
        if isinstance(task, dict):
            super().__init__(task)
            return
        super().__init__(task=getattr(task, 'name', task), args=tuple(args or ()), kwargs=dict(kwargs or {}),
                         options=dict(options or {}, **extra), subtask_type=subtask_type, immutable=immutable, chord_size=None)

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

    on_error = link_error

    def _append(self, name, callback):
        known = self.options.get(name) or []
        known = list(known) if isinstance(known, (list, tuple)) else [known]
        if callback not in known:
            self.options[name] = [*known, callback]
        return callback

    def __or__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        return chain(*_links(self), *_links(other), app=self._app)

    def __deepcopy__(self, memo):
        return signature(dict(self), app=self._app)

    def __reduce__(self):
        return signature, (dict(self),)

    def __repr__(self):
        args = [*map(repr, self.args), *(f'{name}={value!r}' for name, value in self.kwargs.items())]
        return f"{self.task}({', '.join(args)})"


def _links(sig):
    return sig.tasks if isinstance(sig, chain) else [sig]


class chain(Signature):
    """One after the other; each is given the result of the one before it."""

    def __init__(self, *tasks, app=None, **options):
        if len(tasks) == 1 and not isinstance(tasks[0], dict) and hasattr(tasks[0], '__iter__'):
            tasks = tuple(tasks[0])
        links = [link for task in tasks for link in _links(signature(task, app=app))]
        super().__init__('celery.chain', (), {'tasks': _with_chords(links, app)}, options, subtask_type='chain', app=app)

    @property
    def tasks(self):
        return [signature(task, app=self._app) for task in self.kwargs['tasks']]

    def apply_async(self, args=(), kwargs=None, **options):
        return self.run(args, kwargs, **options)

    def run(self, args=(), kwargs=None, task_id=None, link=None, link_error=None, chain=None, **options):
        """`chain`: what follows after its end, the last first."""
        options = {**self.options, **options}
        tasks = [task.clone() for task in self.tasks]
        if not tasks:
            return None
        results = []
        for index, task in enumerate(tasks):
            result = task.freeze(task_id if index == len(tasks) - 1 else None)
            result.parent = results[-1] if results else None
            results.append(result)
        _told('chain', tasks)
        for callback in _list(link):
            tasks[-1].link(callback)
        for task in tasks:
            for errback in _list(link_error) + _list(options.get('link_error')):
                task.link_error(errback)
        first, *rest = tasks
        rest = [*(chain or ()), *reversed(rest)]
        options.pop('task_id', None)
        options.pop('link_error', None)
        first.apply_async(args, kwargs, **({'chain': rest} if rest else {}), **options)
        return results[-1]

    def freeze(self, task_id=None):
        tasks = [task.clone() for task in self.tasks]
        result = tasks[-1].freeze(task_id or self.options.get('task_id'))
        self['kwargs'] = {**self.kwargs, 'tasks': tasks}
        return result

    def apply(self, args=(), kwargs=None, **options):
        last = None
        for task in self.tasks:
            last = task.clone(args if last is None else (last.get(),)).apply(**options)
        return last

    def __call__(self, *args, **kwargs):
        return self.apply_async(args, kwargs)

    def __repr__(self):
        return ' | '.join(map(repr, self.tasks))


def _with_chords(links, app):
    """A group with something after it is the header of a chord."""
    made = []
    for link in links:
        if made and isinstance(made[-1], group) and not isinstance(link, group):
            link = chord(made.pop().tasks, link, app=app)
        elif isinstance(link, group) and len(link.tasks) == 1:
            link = link.tasks[0]
        made.append(link)
    return made


class group(Signature):
    """All at once, and nobody waits for them."""

    def __init__(self, *tasks, app=None, **options):
        if len(tasks) == 1 and not isinstance(tasks[0], Signature):
            given = tasks[0]
            tasks = given.tasks if isinstance(given, group) else tuple(given)
        super().__init__('celery.group', (), {'tasks': [signature(task, app=app) for task in tasks]}, options,
                         subtask_type='group', app=app)

    @property
    def tasks(self):
        return [signature(task, app=self._app) for task in self.kwargs['tasks']]

    def apply_async(self, args=(), kwargs=None, chain=None, **options):
        group_id = self.options.get('task_id') or self.app.new_id()
        link = _list(options.pop('link', None)) + _list(self.options.get('link'))
        results = []
        tasks = _frozen(self.tasks)
        _told('group', tasks)
        for index, task in enumerate(tasks):
            for callback in link:
                task.link(callback)
            results.append(task.apply_async(args, kwargs, group_id=group_id, group_index=index, **options))
        return self.app.GroupResult(group_id, results)

    def freeze(self, task_id=None):
        self.options.setdefault('task_id', task_id or self.app.new_id())
        tasks = [task.clone() for task in self.tasks]
        results = [task.freeze() for task in tasks]
        self['kwargs'] = {**self.kwargs, 'tasks': tasks}
        return self.app.GroupResult(self.id, results)

    def apply(self, args=(), kwargs=None, **options):
        return self.app.GroupResult(self.app.new_id(), [task.apply(args, kwargs, **options) for task in self.tasks])

    def __call__(self, *args, **kwargs):
        return self.apply_async(args, kwargs)

    def __or__(self, other):
        if isinstance(other, group):
            return chain(self, other, app=self._app)
        if isinstance(other, chain):
            return chain(self, *other.tasks, app=self._app)
        return chord(self.tasks, other, app=self._app)

    def __len__(self):
        return len(self.kwargs['tasks'])

    def __repr__(self):
        return f'group({self.tasks!r})'


class chord(Signature):
    """A group, and what is called with all its results when the last of them is there."""

    def __init__(self, header, body=None, app=None, **options):
        tasks = header.tasks if isinstance(header, group) else [signature(task, app=app) for task in header]
        parts = {'header': tasks, 'body': body if body is None else signature(body, app=app)}
        super().__init__('celery.chord', (), parts, options, subtask_type='chord', app=app)

    @property
    def tasks(self):
        return [signature(task, app=self._app) for task in self.kwargs['header']]

    @property
    def body(self):
        return signature(self.kwargs['body'], app=self._app)

    def __call__(self, body=None, **options):
        return self.apply_async((), {} if body is None else {'body': body}, **options)

    def apply_async(self, args=(), kwargs=None, task_id=None, chain=None, link=None, link_error=None, **options):
        app = self.app
        if not app.backend.supports_chords:
            raise NotImplementedError('Chords need a result backend that can count their parts: Redis')
        body = signature((kwargs or {}).get('body') or self.body, app=app).clone()
        tasks = _frozen(self.tasks)
        for callback in _list(link):
            body.link(callback)
        for errback in _list(link_error):
            body.link_error(errback)
        if chain:
            body.options['chain'] = list(chain)
        result = body.freeze(task_id or self.options.get('task_id'))
        body['chord_size'] = len(tasks)
        _told('chord', [*tasks, body])
        if not tasks:
            body.apply_async(([],))
            return result
        group_id = app.new_id()
        app.backend.expect_parts(group_id, len(tasks))
        parts = [task.apply_async(args, group_id=group_id, group_index=index, chord=body, **options)
                 for index, task in enumerate(tasks)]
        result.parent = app.GroupResult(group_id, parts)
        return result

    def freeze(self, task_id=None):
        body = self.body.clone()
        result = body.freeze(task_id or self.options.get('task_id'))
        self['kwargs'] = {**self.kwargs, 'body': body}
        return result

    def apply(self, args=(), kwargs=None, **options):
        return self.body.apply(([task.apply(args).get() for task in self.tasks],))

    def __repr__(self):
        return f'{self.kwargs["body"]!r}({self.tasks!r})'


_TYPES = {'chain': chain, 'group': group, 'chord': chord}


def signature(task, args=None, kwargs=None, options=None, app=None, **extra):
    """Of a name and arguments; or of what has come as a dict."""
    if isinstance(task, Signature):
        return task
    if not isinstance(task, dict):
        return Signature(task, args, kwargs, options, app=app, immutable=extra.pop('immutable', None) or
                         (options or {}).pop('immutable', False), **extra)
    cls = _TYPES.get(task.get('subtask_type'), Signature)
    made = cls.__new__(cls)
    dict.__init__(made, task)
    made._app = app
    made['args'] = tuple(made['args'])
    made['options'] = dict(made['options'])
    made['kwargs'] = dict(made['kwargs'])
    return made


def chunks(task, it, n, app=None):
    """A group of calls of so many items each."""
    items = iter(it)
    parts = iter(lambda: list(itertools.islice(items, n)), [])
    return group([xstarmap(task, part) for part in parts], app=app)


def xmap(task, it):
    return Signature('celery.map', (), {'task': task.s(), 'it': list(it)}, immutable=True, app=task.app)


def xstarmap(task, it):
    return Signature('celery.starmap', (), {'task': task.s(), 'it': [list(item) for item in it]}, immutable=True, app=task.app)


def _list(given):
    if given is None:
        return []
    return list(given) if isinstance(given, (list, tuple)) else [given]


def _frozen(tasks):
    """Copies whose ids are known before they are sent."""
    tasks = [task.clone() for task in tasks]
    for task in tasks:
        task.freeze()
    return tasks


def _told(kind, tasks):
    _kombu.canvas(kind, [task.id or '' for task in tasks], [repr(task) for task in tasks])
