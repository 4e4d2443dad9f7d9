"""`request.user`, found when somebody looks."""

from django.core.exceptions import ImproperlyConfigured
from django.utils.deprecation import QuickMiddleware
from django.utils.functional import SimpleLazyObject


def get_user(request):
    from django.contrib import auth

    if not hasattr(request, '_cached_user'):
        request._cached_user = auth.get_user(request)
    return request._cached_user


class AuthenticationMiddleware(QuickMiddleware):
    def process_request(self, request):
        if not hasattr(request, 'session'):
            raise ImproperlyConfigured(
                'The Django authentication middleware requires session middleware to be installed. Edit your MIDDLEWARE setting to '
                "insert 'django.contrib.sessions.middleware.SessionMiddleware' before "
                "'django.contrib.auth.middleware.AuthenticationMiddleware'.")
        request.user = SimpleLazyObject(lambda: get_user(request))

        async def auser():
            return get_user(request)

        request.auser = auser


class SessionAuthenticationMiddleware(QuickMiddleware):
    """Of Django 1.x: what it did is always done."""
