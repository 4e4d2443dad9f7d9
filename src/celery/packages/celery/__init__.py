"""A small Celery: tasks that are called by messages."""
from . import _state
from .app import Celery, shared_task
from .app.task import Task
from .canvas import Signature, chain, chord, chunks, group, signature, xmap, xstarmap

__version__ = '5.6.3'
VERSION = (5, 6, 3)

current_app = _state.Proxy(_state.get_app)
current_task = _state.Proxy(_state.get_task)
subtask = signature
maybe_signature = signature
