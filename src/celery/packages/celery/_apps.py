"""The app that a command line names: `proj`, `proj.celery`, `proj:app`."""
import importlib
import os
import sys

from . import _state


def find_app(name):
    """With the modules that its settings name imported."""
    if os.getcwd() not in sys.path:
        sys.path.insert(0, os.getcwd())
    module_name, _, attribute = name.partition(':')
    app = _found(importlib.import_module(module_name), module_name, attribute)
    _state.set_app(app)
    app.on_configure.send(app)
    app.on_after_configure.send(app, source=app.conf)
    app.import_modules()
    app.on_after_finalize.send(app)
    return app


def _found(module, name, attribute):
    from .app import Celery
    if attribute:
        return getattr(module, attribute)
    for known in ('app', 'celery'):
        if isinstance(getattr(module, known, None), Celery):
            return getattr(module, known)
    if hasattr(module, '__path__'):
        try:
            return _found(importlib.import_module(f'{name}.celery'), f'{name}.celery', '')
        except ModuleNotFoundError:
            pass
    for value in vars(module).values():
        if isinstance(value, Celery):
            return value
    raise AttributeError(f"Module '{name}' has no attribute 'celery'")
