"""A part of faulthandler: the traceback of the current thread. There are no faults to handle: a program here cannot crash its interpreter."""
import sys

_is_enabled = False


def enable(file=sys.stderr, all_threads=True, c_stack=True):
    """Enable the fault handler."""
    global _is_enabled
    if file is None:
        raise RuntimeError('sys.stderr is None')
    _is_enabled = True


def disable():
    """Disable the fault handler."""
    global _is_enabled
    was_enabled, _is_enabled = _is_enabled, False
    return was_enabled


def is_enabled():
    """Check if the handler is enabled."""
    return _is_enabled


def dump_traceback(file=None, all_threads=True):
    """Dump the traceback of the current thread into file."""
    file = sys.stderr if file is None else file
    if file is None:
        raise RuntimeError('sys.stderr is None')
    file.write('Stack (most recent call first):\n')
    frame = sys._getframe(1)
    while frame is not None:
        file.write(f'  File "{frame.f_code.co_filename}", line {frame.f_lineno} in {frame.f_code.co_name}\n')
        frame = frame.f_back


def cancel_dump_traceback_later():
    """Cancel the previous call to dump_traceback_later(): there is none."""
