"""Views for those who are logged in."""

from functools import wraps
from urllib.parse import quote

from asgiref.sync import iscoroutinefunction

from . import REDIRECT_FIELD_NAME


def user_passes_test(test_func, login_url=None, redirect_field_name=REDIRECT_FIELD_NAME):
    """Others are sent to the page where one logs in, which knows where they wanted to go."""
    def refusal(request):
        if test_func(request.user):
            return None
        from django.conf import settings
        from django.http import HttpResponseRedirect
        from django.shortcuts import resolve_url

        return HttpResponseRedirect(f'{resolve_url(login_url or settings.LOGIN_URL)}?{redirect_field_name}={quote(request.get_full_path())}')

    def decorate(view_func):
        if iscoroutinefunction(view_func):
            @wraps(view_func)
            async def inner(request, *args, **kwargs):
                return refusal(request) or await view_func(request, *args, **kwargs)
        else:
            @wraps(view_func)
            def inner(request, *args, **kwargs):
                return refusal(request) or view_func(request, *args, **kwargs)
        return inner

    return decorate


def login_required(function=None, redirect_field_name=REDIRECT_FIELD_NAME, login_url=None):
    decorate = user_passes_test(lambda user: user.is_authenticated, login_url, redirect_field_name)
    return decorate(function) if function else decorate
