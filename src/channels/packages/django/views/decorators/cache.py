"""Pages that are not to be kept."""

from functools import wraps

from asgiref.sync import iscoroutinefunction

_NEVER = 'max-age=0, no-cache, no-store, must-revalidate, private'


def never_cache(view_func):
    def mark(response):
        response.headers.setdefault('Cache-Control', _NEVER)
        return response

    if iscoroutinefunction(view_func):
        @wraps(view_func)
        async def inner(request, *args, **kwargs):
            return mark(await view_func(request, *args, **kwargs))
    else:
        @wraps(view_func)
        def inner(request, *args, **kwargs):
            return mark(view_func(request, *args, **kwargs))
    return inner
