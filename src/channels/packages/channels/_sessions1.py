"""What 1.x remembers between the messages of one connection, and the sessions of the browser behind it."""
import functools
import hashlib
from importlib import import_module

from django.conf import settings

from .exceptions import ConsumeLater
from .message import Message

_NEXT_ORDER = '__channels_next_order'


def session_for_reply_channel(reply_channel):
    """The session of a connection, by the name of its reply channel."""
    key = 'chn' + hashlib.sha1(reply_channel.encode('utf8')).hexdigest()[:29]
    engine = getattr(settings, 'CHANNEL_SESSION_ENGINE', settings.SESSION_ENGINE)
    if engine.endswith('.signed_cookies'):
        raise ValueError('You cannot use channels session functionality with signed cookie sessions!')
    session = import_module(engine).SessionStore(session_key=key)
    # A store forgets the key of a session that is not there when it loads it; this one is to be made by that key.
    session._session.keys()
    session._session_key = key
    return session


def _decorator(wrapped):
    """A decorator that finds the message among the first two arguments, so that it serves functions and methods alike."""
    @functools.wraps(wrapped)
    def decorator(func):
        @functools.wraps(func)
        def inner(*args, **kwargs):
            message = next((arg for arg in args[:2] if isinstance(arg, Message)), None)
            if message is None:
                raise ValueError('channel_session called without Message instance')
            return wrapped(message, functools.partial(func, *args, **kwargs))
        return inner
    return decorator


@_decorator
def channel_session(message, consume):
    """The consumer has `message.channel_session`, the same for every message of the connection. It is kept also when the consumer fails."""
    if not hasattr(message, 'channel_session'):
        if not message.reply_channel:
            raise ValueError('No reply_channel sent to consumer; @channel_session can only be used on messages containing it.')
        from django.contrib.sessions.backends.base import CreateError
        session = session_for_reply_channel(message.reply_channel.name)
        if not session.exists(session.session_key):
            try:
                session.save(must_create=True)
            except CreateError:
                # Another consumer of this connection was quicker.
                raise ConsumeLater()
        message.channel_session = session
    try:
        return consume()
    finally:
        session = message.channel_session
        if session.modified and not session.is_empty():
            session.save()


def wait_channel_name(reply_channel):
    """Where messages of a connection wait that came too early; anybody may read there."""
    return f'__wait__.{reply_channel.replace("!", "?")}'


def requeue_messages(message):
    """All that wait for their turn go back to the channels they came from, and are looked at again there."""
    wait_channel = wait_channel_name(message.reply_channel.name)
    while True:
        channel, content = message.channel_layer.receive([wait_channel], block=False)
        if not channel:
            return
        original_channel = content.pop('original_channel')
        try:
            message.channel_layer.send(original_channel, content)
        except message.channel_layer.ChannelFull:
            raise message.channel_layer.ChannelFull(
                f'Cannot requeue pending __wait__ channel message back on to already full channel {original_channel}')


def enforce_ordering(func=None, slight=False):
    """Messages of one connection are consumed in the order of their numbers; who comes too early waits in a channel."""
    if slight:
        raise ValueError('Slight ordering is now always on due to Channels changes. Please remove the decorator.')
    return _ordered if func is None else _ordered(func)


def _ordered(func):
    return channel_session(_in_order(func))


@_decorator
def _in_order(message, consume):
    if 'order' not in message.content:
        raise ValueError('No `order` value in message; @enforce_ordering can only be used on messages containing it.')
    order = int(message.content['order'])
    session = message.channel_session
    if order == session.get(_NEXT_ORDER, 0):
        consume()
        session[_NEXT_ORDER] = order + 1
        session.save()
        session.modified = False
        requeue_messages(message)
        return
    wait_channel = wait_channel_name(message.reply_channel.name)
    message.content['original_channel'] = message.channel.name
    try:
        message.channel_layer.send(wait_channel, message.content)
    except message.channel_layer.ChannelFull:
        raise message.channel_layer.ChannelFull(
            f'Cannot add unordered message to already full __wait__ channel for socket {message.reply_channel.name}')
    # It may have become this message's turn since the session was read.
    if order == session.load().get(_NEXT_ORDER, 0):
        requeue_messages(message)


@_decorator
def http_session(message, consume):
    """The consumer has `message.http_session`, that of the browser's cookie or of ?session_key=; None: there is none. Not kept when it fails."""
    if not hasattr(message, 'http_session'):
        key = _http_session_key(message)
        message.http_session = import_module(settings.SESSION_ENGINE).SessionStore(session_key=key) if key else None
    result = consume()
    if message.http_session is not None and message.http_session.modified:
        message.http_session.save()
    return result


def _http_session_key(message):
    from .handler import AsgiRequest
    try:
        # Messages of sockets have no method.
        message.content.setdefault('method', 'FAKE')
        request = AsgiRequest(message)
    except Exception as error:
        raise ValueError(f'Cannot parse HTTP message - are you sure this is a HTTP consumer? {error}')
    key = request.GET.get('session_key', None)
    return request.COOKIES.get(settings.SESSION_COOKIE_NAME, None) if key is None else key


def channel_and_http_session(func):
    """Both. The browser's session is known by its key in the channel's, so that frames have it which bring no cookies."""
    return http_session(channel_session(_shared(func)))


@_decorator
def _shared(message, consume):
    name = settings.SESSION_COOKIE_NAME
    if message.http_session is not None and name not in message.channel_session:
        message.channel_session[name] = message.http_session.session_key
    elif message.http_session is None and name in message.channel_session:
        message.http_session = import_module(settings.SESSION_ENGINE).SessionStore(session_key=message.channel_session[name])
    return consume()
