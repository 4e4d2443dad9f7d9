"""Tasks that are tried again by themselves when certain exceptions leave them."""
import functools
import random

from ..exceptions import Ignore, Retry


def add_autoretry(task):
    """Changes its `run`, if it says of which exceptions: `autoretry_for`."""
    kinds = tuple(task.autoretry_for)
    if not kinds or hasattr(task, '_orig_run'):
        return
    run = task._orig_run = task.run

    @functools.wraps(run)
    def run_again(*args, **kwargs):
        try:
            return run(*args, **kwargs)
        except (Ignore, Retry, *task.dont_autoretry_for):
            raise
        except kinds as error:
            options = dict(task.retry_kwargs)
            if task.retry_backoff:
                options['countdown'] = _pause(task)
            raise task.retry(exc=error, **options)
    task.run = run_again


def _pause(task):
    """Seconds: twice as many each time; with jitter anything up to that."""
    longest = min(int(task.retry_backoff_max), int(task.retry_backoff) * 2 ** task.request.retries)
    return random.randrange(longest + 1) if task.retry_jitter else longest
