"""Consumers of 1.x as classes: one object a message."""
from .._auth1 import channel_session_user
from .._routing1 import route_class
from .._sessions1 import channel_session


class BaseConsumer:
    """`method_mapping` says which method takes the messages of which channel."""

    method_mapping = {}
    channel_session = False
    channel_session_user = False

    def __init__(self, message, **kwargs):
        """Calling the class is consuming the message."""
        self.message = message
        self.kwargs = kwargs
        self.dispatch(message, **kwargs)

    @classmethod
    def channel_names(cls):
        return set(cls.method_mapping)

    @classmethod
    def as_route(cls, attrs=None, **kwargs):
        """A route to this class, or to one like it with other attributes."""
        if attrs:
            assert isinstance(attrs, dict), 'attrs must be a dict'
            cls = type(cls.__name__, (cls,), {'__module__': cls.__module__, **attrs})
        return route_class(cls, **kwargs)

    def get_handler(self, message, **kwargs):
        """The method for this message, with the sessions that it asks for."""
        handler = getattr(self, self.method_mapping[message.channel.name])
        if self.channel_session_user:
            return channel_session_user(handler)
        return channel_session(handler) if self.channel_session else handler

    def dispatch(self, message, **kwargs):
        return self.get_handler(message, **kwargs)(message, **kwargs)
