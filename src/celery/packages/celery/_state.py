"""Which app and which task is the current one."""
import threading

#: Functions that are tasks of every app, with their options.
shared = []
apps = []


class _Current(threading.local):
    app = None
    tasks = ()


_here = _Current()


def set_app(app):
    _here.app = app


def get_app():
    if _here.app is not None:
        return _here.app
    if not apps:
        from .app import Celery
        Celery('default', set_as_current=False)
    return apps[-1]


def push_task(task):
    _here.tasks = (*_here.tasks, task)


def pop_task():
    _here.tasks = _here.tasks[:-1]


def get_task():
    return _here.tasks[-1] if _here.tasks else None


class Proxy:
    """Stands for something that is found out when it is used."""

    def __init__(self, find):
        object.__setattr__(self, '_find', find)

    def _get_current_object(self):
        return self._find()

    def __getattr__(self, name):
        return getattr(self._find(), name)

    def __setattr__(self, name, value):
        setattr(self._find(), name, value)

    def __call__(self, *args, **kwargs):
        return self._find()(*args, **kwargs)

    def __bool__(self):
        return bool(self._find())

    def __repr__(self):
        return repr(self._find())
