"""The start method 'forkserver': a process begins anew, as with 'spawn'."""
from . import popen_spawn_posix

__all__ = ['Popen']


class Popen(popen_spawn_posix.Popen):
    method = 'forkserver'
