"""The exceptions that Django raises itself."""


class ImproperlyConfigured(Exception):
    """The settings are not as they have to be."""


class AppRegistryNotReady(Exception):
    """The applications are not loaded yet: `django.setup()` comes first."""


class ObjectDoesNotExist(Exception):
    """What was looked for is not there."""


class MultipleObjectsReturned(Exception):
    """One was looked for, several are there."""


class SuspiciousOperation(Exception):
    """The client did something that is answered with 400."""


class DisallowedHost(SuspiciousOperation):
    """The Host header is none of ALLOWED_HOSTS."""


class DisallowedRedirect(SuspiciousOperation):
    """A redirect to something else than a website."""


class RequestDataTooBig(SuspiciousOperation):
    """The body is larger than DATA_UPLOAD_MAX_MEMORY_SIZE."""


class BadRequest(Exception):
    """The request is malformed: answered with 400."""


class RequestAborted(Exception):
    """The client went away before the request was complete, or while it was worked on."""


class PermissionDenied(Exception):
    """The user may not do this: answered with 403."""


class ViewDoesNotExist(Exception):
    """The urls name a view that is not there."""


class MiddlewareNotUsed(Exception):
    """A middleware takes itself out of the chain, from its constructor."""


class SynchronousOnlyOperation(Exception):
    """Code that blocks was called from a coroutine."""


class ValidationError(Exception):
    """A value is not as it has to be."""

    def __init__(self, message, code=None, params=None):
        super().__init__(message, code, params)
        self.message, self.code, self.params = message, code, params

    @property
    def messages(self):
        return [self.message % self.params if self.params else self.message]

    def __str__(self):
        return repr(self.messages)
