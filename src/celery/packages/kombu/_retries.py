"""Trying again."""
import itertools
import time


def pauses(start, step, most):
    """Seconds between one try and the next: longer each time, up to so much more than the first."""
    pause = start
    while True:
        yield pause
        pause = min(pause + step, start + most)


def retried(action, errors, between, max_retries=None, timeout=None, told=None, idle=None):
    """What the action gives, once it raises none of these. The last error is raised after so many retries, or so many seconds.

    `told` is called with the error and the pause, `idle` about every second.
    """
    end = None if timeout is None else time.time() + timeout
    for retries in itertools.count():
        try:
            return action()
        except errors as error:
            if max_retries is not None and retries >= max_retries or end is not None and time.time() > end:
                raise
            pause = next(between)
            if told is not None:
                told(error, pause)
        _sleep(pause, idle)


def _sleep(seconds, idle):
    if idle is None:
        return time.sleep(seconds)
    for _ in range(int(seconds)):
        idle()
        time.sleep(1)
    time.sleep(seconds - int(seconds))
