"""Apps of Celery: their tasks, their settings, their broker and where results are kept."""
import functools
import importlib
import inspect
import sys
import uuid
from datetime import datetime, timezone
from zoneinfo import ZoneInfo

from .. import _state, signals
from .._backends import backend_of
from ..exceptions import NotRegistered
from ..result import AsyncResult, GroupResult, ResultSet
from ..utils.dispatch import Signal
from . import _sending
from ._autoretry import add_autoretry
from .conf import Settings
from .control import Control
from .task import Task


_EMPTY = inspect.Parameter.empty


class TaskRegistry(dict):
    """Tasks by name."""

    def __missing__(self, name):
        raise NotRegistered(name)


class Celery:
    """`main` is what tasks of the module that runs are named after."""

    Task = Task

    def __init__(self, main=None, broker=None, backend=None, include=None, config_source=None, set_as_current=True, **options):
        self.main = main
        given = {'broker_url': broker, 'result_backend': backend, 'include': include}
        self.conf = Settings({name: value for name, value in given.items() if value is not None})
        self.tasks = TaskRegistry()
        self.on_configure = Signal(name='app.on_configure')
        self.on_after_configure = Signal({'source'}, 'app.on_after_configure')
        self.on_after_finalize = Signal(name='app.on_after_finalize')
        self._backend = None
        self._connection = None
        self._control = None
        if config_source is not None:
            self.config_from_object(config_source)
        if set_as_current:
            _state.set_app(self)
        _state.apps.append(self)
        from .._builtins import add_builtins
        add_builtins(self)
        for function, task_options in _state.shared:
            self._make(function, **task_options)

    def task(self, *args, **options):
        """A decorator, with or without options."""
        if len(args) == 1 and callable(args[0]):
            return self._make(args[0], **options)
        return lambda function: self._make(function, **options)

    def _make(self, function, name=None, base=None, bind=False, **options):
        name = name or self.gen_task_name(function.__name__, function.__module__)
        if name in self.tasks:
            return self.tasks[name]
        head = _head(function, bind)
        run = function if bind else staticmethod(function)
        cls = type(function.__name__, (base or self.Task,), {
            'name': name, 'run': run, 'abstract': False, '__module__': function.__module__, '__doc__': function.__doc__,
            '__qualname__': function.__qualname__, '__wrapped__': staticmethod(function), 'head': staticmethod(head), **options})
        task = cls()
        task.__name__ = function.__name__
        return self.register_task(task)

    def register_task(self, task):
        if task.name is None:
            task.name = self.gen_task_name(type(task).__name__, type(task).__module__)
        if not hasattr(task, 'head'):
            task.head = _head(task.run, False)
        task.bind(self)
        add_autoretry(task)
        self.tasks[task.name] = task
        return task

    def gen_task_name(self, name, module):
        if module == '__main__' and self.main:
            module = self.main
        return f'{module}.{name}'

    def config_from_object(self, source, silent=False, force=False, namespace=None):
        self.conf.load(source, namespace)
        for task in self.tasks.values():
            task.bind(self)

    def autodiscover_tasks(self, packages=(), related_name='tasks', force=False):
        found = packages() if callable(packages) else packages
        for package in found:
            name = f'{package}.{related_name}' if related_name else package
            self.conf.include = (*self.conf.include, name)

    def import_modules(self):
        """Those that the settings name."""
        signals.import_modules.send(self)
        for name in (*self.conf.imports, *self.conf.include):
            importlib.import_module(name)

    @property
    def backend(self):
        if self._backend is None:
            self._backend = backend_of(self)
        return self._backend

    @property
    def queues(self):
        """Of the settings, by name."""
        return _sending.queues_of(self)

    @property
    def timezone(self):
        """UTC, unless the settings say otherwise."""
        return ZoneInfo(self.conf.timezone) if isinstance(self.conf.timezone, str) else self.conf.timezone or timezone.utc

    def now(self):
        return datetime.now(self.timezone)

    def add_periodic_task(self, schedule, sig, args=(), kwargs=(), name=None, **options):
        """As an entry of `beat_schedule`. Gives its name."""
        sig = sig.clone(args, dict(kwargs))
        name = name or repr(sig)
        self.conf.beat_schedule = {**self.conf.beat_schedule, name: {
            'task': sig.task, 'schedule': schedule, 'args': sig.args, 'kwargs': sig.kwargs, 'options': {**sig.options, **options}}}
        return name

    @property
    def control(self):
        """Of its workers."""
        if self._control is None:
            self._control = Control(self)
        return self._control

    @property
    def current_task(self):
        return _state.get_task()

    def connection(self, url=None, **options):
        from kombu import Connection
        return Connection(
            url or self.conf.broker_url or 'amqp://', transport_options=self.conf.broker_transport_options,
            connect_timeout=self.conf.broker_connection_timeout, **options)

    connection_for_read = connection_for_write = connection

    @property
    def producing(self):
        """The connection that messages are sent over."""
        if self._connection is None:
            self._connection = self.connection()
        return self._connection

    def send_task(self, name, args=None, kwargs=None, **options):
        return _sending.send(self, name, args, kwargs, **options)

    def new_id(self):
        return str(uuid.uuid4())

    def signature(self, *args, **options):
        from ..canvas import signature
        return signature(*args, app=self, **options)

    def AsyncResult(self, task_id, task_name=None, parent=None):
        return AsyncResult(task_id, app=self, task_name=task_name, parent=parent)

    def GroupResult(self, group_id=None, results=None):
        return GroupResult(group_id, results, app=self)

    def ResultSet(self, results):
        return ResultSet(results, app=self)

    def set_current(self):
        _state.set_app(self)

    def set_default(self):
        _state.apps.append(self)

    def finalize(self, auto=False):
        pass

    def start(self, argv=None):
        from .._command import main
        return main(sys.argv[1:] if argv is None else argv, self)

    def worker_main(self, argv=None):
        from .._command import main
        return main(sys.argv[1:] if argv is None else argv, self)

    def close(self):
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()

    def __repr__(self):
        return f'<Celery {self.main or "__main__"} at {id(self):#x}>'


def _head(function, is_bound):
    """A function that raises TypeError for arguments that the task would not take."""
    signature = inspect.signature(function)
    plain = [parameter.replace(annotation=_EMPTY, default=_EMPTY if parameter.default is _EMPTY else None)
             for parameter in signature.parameters.values()]
    shown = signature.replace(parameters=plain, return_annotation=_EMPTY)
    made = {}
    exec(f'def head{shown}: pass', made)
    head = made['head']
    head.__qualname__ = function.__name__
    return functools.partial(head, None) if is_bound else head


def shared_task(*args, **options):
    """A task of every app, also of those that are made later."""
    def decorate(function):
        _state.shared.append((function, options))
        for app in _state.apps:
            app._make(function, **options)
        name = options.get('name')
        return _state.Proxy(
            lambda: (app := _state.get_app()).tasks[name or app.gen_task_name(function.__name__, function.__module__)])
    if len(args) == 1 and callable(args[0]) and not options:
        return decorate(args[0])
    return decorate
