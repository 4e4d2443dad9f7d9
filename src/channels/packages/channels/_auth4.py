"""The user of a connection, in its scope."""

from django.contrib import auth
from django.utils.functional import LazyObject

from .db import database_sync_to_async
from .middleware import BaseMiddleware
from .sessions import CookieMiddleware, SessionMiddleware

_NO_SESSION = 'Cannot find session in scope. You should wrap your consumer in SessionMiddleware.'


class _Request:
    """As much of a request as django.contrib.auth looks at."""

    def __init__(self, scope):
        if 'session' not in scope:
            raise ValueError(_NO_SESSION)
        self.session, self.user = scope['session'], scope.get('user')


@database_sync_to_async
def get_user(scope):
    """Who is logged in, or an AnonymousUser."""
    return auth.get_user(_Request(scope))


@database_sync_to_async
def login(scope, user, backend=None):
    """Over a WebSocket the session has to be saved afterwards."""
    request = _Request(scope)
    user = scope.get('user') if user is None else user
    if user is None:
        raise ValueError('User must be passed as an argument or must be present in the scope.')
    auth.login(request, user, backend)
    scope['user'] = user


@database_sync_to_async
def logout(scope):
    request = _Request(scope)
    auth.logout(request)
    if 'user' in scope:
        scope['user'] = request.user


class UserLazyObject(LazyObject):
    """The user, who is known when the inner application begins."""

    def _setup(self):
        raise ValueError('Accessing scope user before it is ready.')


class AuthMiddleware(BaseMiddleware):
    """`scope['user']`."""

    def populate_scope(self, scope):
        if 'session' not in scope:
            raise ValueError('AuthMiddleware cannot find session in scope. SessionMiddleware must be above it.')
        if 'user' not in scope:
            scope['user'] = UserLazyObject()

    async def resolve_scope(self, scope):
        scope['user']._wrapped = await get_user(scope)

    async def __call__(self, scope, receive, send):
        scope = dict(scope)
        self.populate_scope(scope)
        await self.resolve_scope(scope)
        return await super().__call__(scope, receive, send)


def AuthMiddlewareStack(inner):
    return CookieMiddleware(SessionMiddleware(AuthMiddleware(inner)))
