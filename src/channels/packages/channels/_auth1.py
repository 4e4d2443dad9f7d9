"""Who is behind a message of 1.x: the user of the channel's session or of the browser's."""
from ._sessions1 import _decorator, channel_and_http_session, channel_session, http_session


def transfer_user(from_session, to_session):
    """What a session holds of the user who is logged in."""
    from django.contrib import auth
    for key in (auth.BACKEND_SESSION_KEY, auth.SESSION_KEY, getattr(auth, 'HASH_SESSION_KEY', None)):
        if key is not None and key in from_session:
            to_session[key] = from_session[key]


class _SessionOnly:
    """As much of a request as authentication looks at."""

    def __init__(self, session):
        self.session = session


def _user_of(session):
    # Whoever wants no user need not load what knows them.
    from django.contrib import auth
    from django.contrib.auth.models import AnonymousUser
    return AnonymousUser() if session is None else auth.get_user(_SessionOnly(session))


@_decorator
def _with_channel_user(message, consume):
    if not hasattr(message, 'channel_session'):
        raise ValueError('Did not see a channel session to get auth from')
    message.user = _user_of(message.channel_session)
    return consume()


@_decorator
def _with_http_user(message, consume):
    if not hasattr(message, 'http_session'):
        raise ValueError('Did not see a http session to get auth from')
    message.user = _user_of(message.http_session)
    return consume()


@_decorator
def _transferred(message, consume):
    if message.http_session is not None:
        transfer_user(message.http_session, message.channel_session)
    return consume()


def channel_session_user(func):
    """`message.user` of the channel's session."""
    return channel_session(_with_channel_user(func))


def http_session_user(func):
    """`message.user` of the browser's session."""
    return http_session(_with_http_user(func))


def channel_session_user_from_http(func):
    """For websocket.connect, which brings the cookies: the user of the browser's session, who is the channel session's from then on."""
    return http_session_user(channel_session(_transferred(func)))


def channel_and_http_session_user_from_http(func):
    """The same, and both sessions for every later message."""
    return http_session_user(channel_and_http_session(_transferred(func)))
