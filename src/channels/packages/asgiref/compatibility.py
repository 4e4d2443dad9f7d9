"""Applications of ASGI 2, which are called twice, beside those of ASGI 3."""

import inspect

from .sync import iscoroutinefunction


def is_double_callable(application):
    """Whether `application(scope)` gives what is then called with receive and send."""
    if getattr(application, '_asgi_single_callable', False):
        return False
    if getattr(application, '_asgi_double_callable', False) or inspect.isclass(application):
        return True
    call = getattr(application, '__call__', None)
    if call is not None and iscoroutinefunction(call):
        return False
    return not iscoroutinefunction(application)


def double_to_single_callable(application):
    async def new_application(scope, receive, send):
        return await application(scope)(receive, send)

    return new_application


def guarantee_single_callable(application):
    """An application of ASGI 3 in any case."""
    return double_to_single_callable(application) if is_double_callable(application) else application
