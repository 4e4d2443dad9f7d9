"""Under Lib's own tracemalloc. It can be started and stopped, but memory is JavaScript's: no block has a trace, and snapshots are empty."""

_limit = 1
_is_tracing = False


def start(nframe=1, /):
    """Start tracing Python memory allocations."""
    global _is_tracing, _limit
    if not 1 <= nframe <= 65535:
        raise ValueError('the number of frames must be in range [1; 65535]')
    if not _is_tracing:
        _is_tracing, _limit = True, nframe


def stop():
    """Stop tracing Python memory allocations."""
    global _is_tracing
    _is_tracing = False


def is_tracing():
    """Return True if the tracemalloc module is tracing Python memory allocations."""
    return _is_tracing


def get_traceback_limit():
    """Get the maximum number of frames stored in the traceback of a trace."""
    return _limit


def get_traced_memory():
    """Get the current size and peak size of memory blocks traced by tracemalloc, in bytes."""
    return 0, 0


def get_tracemalloc_memory():
    """Get the memory usage in bytes of the tracemalloc module."""
    return 0


def reset_peak():
    """Set the peak size of memory blocks traced by tracemalloc to the current size."""


def clear_traces():
    """Clear traces of memory blocks allocated by Python."""


def _get_traces():
    return []


def _get_object_traceback(obj, /):
    return None
