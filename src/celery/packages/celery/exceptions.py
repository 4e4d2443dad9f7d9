"""What goes wrong with tasks, and what tasks raise to say how they go on."""
from kombu.exceptions import OperationalError


class CeleryError(Exception):
    """All of them."""


class TaskPredicate(CeleryError):
    """Says what becomes of a task: no failure."""


class Retry(TaskPredicate):
    """It is tried again later."""

    def __init__(self, message=None, exc=None, when=None, is_eager=False, sig=None, **options):
        super().__init__(message, exc, when)
        self.message = message
        self.exc = exc
        self.when = when
        self.sig = sig

    def humanize(self):
        if isinstance(self.when, (int, float)):
            return f'in {self.when}s'
        return f'at {self.when}'

    def __str__(self):
        if self.message:
            return self.message
        if self.exc is not None:
            return f'Retry {self.humanize()}: {self.exc!r}'
        return f'Retry {self.humanize()}'


class Ignore(TaskPredicate):
    """No state is stored."""


class Reject(TaskPredicate):
    """Its message is rejected, if that is acknowledged late."""

    def __init__(self, reason=None, requeue=False):
        super().__init__(reason, requeue)
        self.reason = reason
        self.requeue = requeue

    def __repr__(self):
        return f'reject requeue={self.requeue}: {self.reason}'


class ImproperlyConfigured(CeleryError):
    """Something is missing in the settings."""


class NotRegistered(KeyError, CeleryError):
    """Nobody has made a task of that name."""

    def __repr__(self):
        return f'Task of kind {self} never registered, please make sure it\'s imported.'


class TimeoutError(CeleryError):
    """A result has not come in time."""


class MaxRetriesExceededError(CeleryError):
    """It has been tried often enough."""

    def __init__(self, *args, task_args=(), task_kwargs=None, **options):
        super().__init__(*args)
        self.task_args = task_args
        self.task_kwargs = task_kwargs or {}


class TaskRevokedError(CeleryError):
    """It will not be run."""


class ChordError(CeleryError):
    """A part of a chord's header has failed."""


class IncompleteResults(CeleryError):
    """Not all results are there."""


class SoftTimeLimitExceeded(Exception):
    """Raised in a task that has taken longer than its soft limit."""

    def __str__(self):
        return f'SoftTimeLimitExceeded{self.args}'


class TimeLimitExceeded(Exception):
    """A task has been ended that took longer than its limit."""

    def __str__(self):
        return f'TimeLimitExceeded{self.args}'


class WorkerLostError(Exception):
    """The process that ran a task is gone."""


class CPendingDeprecationWarning(PendingDeprecationWarning):
    """Will be otherwise in Celery 6."""
