"""What can be made of calls: chains, groups, chords, maps."""
import itertools

import _kombu

from ._signature import Signature, as_list, shape, short, signature


def _links(sig):
    return sig.tasks if isinstance(sig, chain) else [sig]


#: What says of a call that it is a part of a chord.
_OF_A_PART = ('chord', 'group_id', 'group_index')


@shape('chain')
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
        if self.app.conf.task_always_eager:
            return self.apply(args, kwargs)
        return self.run(args, kwargs, **options)

    @property
    def id(self):
        """Of its last link."""
        tasks = self.tasks
        return tasks[-1].id if tasks else None

    def run(self, args=(), kwargs=None, **options):
        """Of the options: `chain` is what follows after its end, the last first; `chord` is told by its last link."""
        options = {**self.options, **options}
        task_id, link, link_error, following = (options.pop(name, None) for name in ('task_id', 'link', 'link_error', 'chain'))
        tasks = [task.clone() for task in self.tasks]
        if not tasks:
            return None
        results = []
        for index, task in enumerate(tasks):
            result = task.freeze(task_id if index == len(tasks) - 1 else None)
            result.parent = results[-1] if results else None
            results.append(result)
        _told('chain', tasks)
        for callback in as_list(link):
            tasks[-1].link(callback)
        for task in tasks:
            for errback in as_list(link_error):
                task.link_error(errback)
        tasks[-1].options.update({name: options.pop(name) for name in _OF_A_PART if name in options})
        first, *rest = tasks
        rest = [*(following or ()), *reversed(rest)]
        first.apply_async(args, kwargs, **({'chain': rest} if rest else {}), **options)
        return results[-1]

    def freeze(self, task_id=None):
        tasks = [task.clone() for task in self.tasks]
        if not tasks:
            return None
        result = tasks[-1].freeze(task_id or self.options.get('task_id'))
        self['kwargs'] = {**self.kwargs, 'tasks': tasks}
        return result

    def apply(self, args=(), kwargs=None, **options):
        last = None
        for task in self.tasks:
            result = task.clone(args if last is None else (last.get(),)).apply(**options)
            result.parent, last = last, result
        return last

    def __call__(self, *args, **kwargs):
        return self.apply_async(args, kwargs)

    def __repr__(self):
        tasks = self.tasks
        return short(tasks[0].task, ' | '.join(map(repr, tasks))) if tasks else '<chain empty>'


def _unrolled(tasks, app):
    """Groups within a group are no more than their tasks."""
    for task in tasks:
        task = signature(task, app=app)
        if isinstance(task, group):
            yield from task.tasks
        else:
            yield task


def _with_chords(links, app):
    """A group with something after it is the header of a chord."""
    made = []
    for link in links:
        if made and isinstance(made[-1], group):
            link = chord(made.pop().tasks, link, app=app)
        elif isinstance(link, group) and len(link.tasks) == 1:
            link = link.tasks[0]
        made.append(link)
    return made


@shape('group')
class group(Signature):
    """All at once, and nobody waits for them."""

    def __init__(self, *tasks, app=None, **options):
        if len(tasks) == 1 and not isinstance(tasks[0], Signature):
            given = tasks[0]
            tasks = given.tasks if isinstance(given, group) else tuple(given)
        super().__init__('celery.group', (), {'tasks': list(_unrolled(tasks, app))}, options,
                         subtask_type='group', app=app)

    @property
    def tasks(self):
        return [signature(task, app=self._app) for task in self.kwargs['tasks']]

    def apply_async(self, args=(), kwargs=None, **options):
        if self.app.conf.task_always_eager:
            return self.apply(args, kwargs)
        options = {**self.options, **options}
        task_id, link, link_error = (options.pop(name, None) for name in ('task_id', 'link', 'link_error'))
        group_id = task_id or self.app.new_id()
        results = []
        tasks = _frozen(self.tasks)
        _told('group', tasks)
        for index, task in enumerate(tasks):
            for callback in as_list(link):
                task.link(callback)
            for errback in as_list(link_error):
                task.link_error(errback)
            results.append(task.apply_async(args, kwargs, **{**options, 'group_id': group_id, 'group_index': index}))
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
        if isinstance(other, chain):
            return chain(self, *other.tasks, app=self._app)
        return chord(self.tasks, other, app=self._app)

    def __len__(self):
        return len(self.kwargs['tasks'])

    def __repr__(self):
        tasks = self.tasks
        return short(tasks[0].task, f'group({tuple(tasks)!r})') if tasks else 'group(<empty>)'


@shape('chord')
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

    def apply_async(self, args=(), kwargs=None, **options):
        app = self.app
        options = {**self.options, **options}
        task_id, link, link_error, following = (options.pop(name, None) for name in ('task_id', 'link', 'link_error', 'chain'))
        if app.conf.task_always_eager:
            return self.apply(args, kwargs, task_id=task_id)
        if not app.backend.supports_chords:
            raise NotImplementedError('Chords need a result backend that can count their parts: Redis')
        body = signature((kwargs or {}).get('body') or self.body, app=app).clone()
        tasks = _frozen(self.tasks)
        for callback in as_list(link):
            body.link(callback)
        for errback in as_list(link_error):
            body.link_error(errback)
        if following:
            body.options['chain'] = list(following)
        body.options.update({name: options.pop(name) for name in _OF_A_PART if name in options})
        result = body.freeze(task_id)
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
        body = signature((kwargs or {}).get('body') or self.body, app=self._app)
        return body.apply(([task.apply(args).get() for task in self.tasks],))

    def __repr__(self):
        if self.kwargs['body'] is None:
            return f'<chord without body: {self.tasks!r}>'
        body = self.body
        if not isinstance(body, chain):
            return f'%{short(body.task, body.shown_with(self.tasks))}'
        first, *rest = body.tasks
        return short(first.task, f'%({first.shown_with(self.tasks)} | {chain(*rest, app=self._app)!r})')


@shape('map')
class xmap(Signature):
    """One task that calls another for each item."""

    def __init__(self, task, it, app=None, **options):
        super().__init__('celery.map', (), {'task': _sig_of(task), 'it': list(it)}, options, subtask_type='map', immutable=True,
                         app=app or task.app)

    def __repr__(self):
        return f"[{self.kwargs['task']['task']}(x) for x in {_cut(self.kwargs['it'])}]"


@shape('starmap')
class xstarmap(Signature):
    """As xmap, for lists of arguments."""

    def __init__(self, task, it, app=None, **options):
        super().__init__('celery.starmap', (), {'task': _sig_of(task), 'it': list(it)}, options, subtask_type='starmap',
                         immutable=True, app=app or task.app)

    def __repr__(self):
        return f"[{self.kwargs['task']['task']}(*x) for x in {_cut(self.kwargs['it'])}]"


@shape('chunks')
class chunks(Signature):
    """A group of starmaps of so many calls each."""

    def __init__(self, task, it, n, app=None, **options):
        super().__init__('celery.chunks', (), {'task': _sig_of(task), 'it': list(it), 'n': n}, options, subtask_type='chunks',
                         immutable=True, app=app or task.app)

    def group(self):
        items = iter(self.kwargs['it'])
        parts = iter(lambda: list(itertools.islice(items, self.kwargs['n'])), [])
        task = signature(self.kwargs['task'], app=self._app)
        return group((xstarmap(task, part) for part in parts), app=self._app)

    def __call__(self, **options):
        return self.apply_async(**options)

    def apply_async(self, args=(), kwargs=None, **options):
        return self.group().apply_async(args, kwargs, **options)

    def apply(self, args=(), kwargs=None, **options):
        return self.group().apply(args, kwargs, **options)


def _sig_of(task):
    return task if isinstance(task, Signature) else task.s()


def _cut(items):
    text = repr(items)
    return text if len(text) <= 100 else f'{text[:97]}...'




def _frozen(tasks):
    """Copies whose ids are known before they are sent."""
    tasks = [task.clone() for task in tasks]
    for task in tasks:
        task.freeze()
    return tasks


def _told(kind, tasks):
    _kombu.canvas(kind, [_last_id(task) or '' for task in tasks], [_called(task) for task in tasks])


def _last_id(task):
    """Of a canvas in another one: that of what it ends with; a group has none."""
    if isinstance(task, chord):
        return task.body.id
    if isinstance(task, chain):
        return _last_id(task.tasks[-1])
    return None if isinstance(task, group) else task.id


def _called(task):
    if isinstance(task, chord):
        return f'chord, then {task.body!r}'
    return f'group of {len(task.tasks)}' if isinstance(task, group) else repr(task)
