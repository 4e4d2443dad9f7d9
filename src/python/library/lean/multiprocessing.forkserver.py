"""What multiprocessing asks of a fork server. There is none: each process begins anew, as with 'spawn'."""

__all__ = ['ensure_running', 'set_forkserver_preload']


def set_forkserver_preload(modules_names):
    """Set list of module names to try to load in forkserver process."""
    if not all(type(mod) is str for mod in modules_names):
        raise TypeError('module_names must be a list of strings')


def ensure_running():
    pass
