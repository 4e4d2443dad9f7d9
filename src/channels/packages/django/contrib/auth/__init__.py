"""Who a visitor is: logging in and out, and the user of a session."""

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, PermissionDenied
from django.dispatch import Signal
from django.utils.module_loading import import_string

SESSION_KEY = '_auth_user_id'
BACKEND_SESSION_KEY = '_auth_user_backend'
HASH_SESSION_KEY = '_auth_user_hash'
REDIRECT_FIELD_NAME = 'next'

user_logged_in = Signal()
user_logged_out = Signal()
user_login_failed = Signal()


def load_backend(path):
    return import_string(path)()


def get_backends():
    found = [load_backend(path) for path in settings.AUTHENTICATION_BACKENDS]
    if not found:
        raise ImproperlyConfigured('No authentication backends have been defined. Does AUTHENTICATION_BACKENDS contain anything?')
    return found


def authenticate(request=None, **credentials):
    """The user whom one of the backends knows by these, or None."""
    for path in settings.AUTHENTICATION_BACKENDS:
        try:
            user = load_backend(path).authenticate(request, **credentials)
        except PermissionDenied:
            break
        except TypeError:
            # It knows no such credentials.
            continue
        if user is not None:
            user.backend = path
            return user
    shown = {name: '********************' if 'password' in name else value for name, value in credentials.items()}
    user_login_failed.send(sender=__name__, credentials=shown, request=request)
    return None


def login(request, user, backend=None):
    """Keeps the user in the session of the request, which gets a new key."""
    note_user(request.session, user, backend or getattr(user, 'backend', settings.AUTHENTICATION_BACKENDS[0]))
    if hasattr(request, 'user'):
        request.user = user
    user_logged_in.send(sender=type(user), request=request, user=user)


def note_user(session, user, backend):
    """What a session holds of a user who is logged in."""
    if session.get(SESSION_KEY) not in (None, str(user.pk)):
        session.flush()
    else:
        session.cycle_key()
    session[SESSION_KEY] = str(user.pk)
    session[BACKEND_SESSION_KEY] = backend
    session[HASH_SESSION_KEY] = user.get_session_auth_hash()


def logout(request):
    from .models import AnonymousUser

    user = getattr(request, 'user', None)
    user_logged_out.send(sender=type(user), request=request, user=user if getattr(user, 'is_authenticated', False) else None)
    request.session.flush()
    if hasattr(request, 'user'):
        request.user = AnonymousUser()


def get_user_model():
    if settings.AUTH_USER_MODEL != 'auth.User':
        from django.db import missing

        raise missing(f'AUTH_USER_MODEL = {settings.AUTH_USER_MODEL!r}')
    from .models import User

    return User


def get_user(request):
    """The user of the session of the request."""
    from .models import AnonymousUser

    user_id, path = request.session.get(SESSION_KEY), request.session.get(BACKEND_SESSION_KEY)
    if user_id is None or path not in settings.AUTHENTICATION_BACKENDS:
        return AnonymousUser()
    user = load_backend(path).get_user(user_id)
    if user is None or request.session.get(HASH_SESSION_KEY) != user.get_session_auth_hash():
        return AnonymousUser()
    return user


async def aget_user(request):
    return get_user(request)


async def aauthenticate(request=None, **credentials):
    return authenticate(request, **credentials)


async def alogin(request, user, backend=None):
    login(request, user, backend)


async def alogout(request):
    logout(request)
