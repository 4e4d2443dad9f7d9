"""A consumer works on one event: what it is called, and what the picture of the channels is told of it."""

import _channels

from .exceptions import StopConsumer


def get_handler_name(message):
    """The method for an event: its type with underscores. Raises ValueError where there is no type, or a private one."""
    if 'type' not in message:
        raise ValueError("Incoming message has no 'type' attribute")
    name = message['type'].replace('.', '_')
    if name.startswith('_'):
        raise ValueError('Malformed type in message (leading underscore)')
    return name


class Told:
    """`with Told(consumer, message) as handler`: the picture shows when it begins and how it ends."""

    __slots__ = ('handler', 'message')

    def __init__(self, consumer, message):
        name = get_handler_name(message)
        self.handler, self.message = getattr(consumer, name, None), message
        if self.handler is None:
            raise ValueError(f'No handler for message type {message["type"]}')
        _channels.began(message, f'{type(consumer).__module__}.{type(consumer).__qualname__}.{name}')

    def __enter__(self):
        return self.handler

    def __exit__(self, kind, error, traceback):
        if error is None or isinstance(error, StopConsumer):
            _channels.ended(self.message, 'finished', '')
        else:
            _channels.ended(self.message, 'failed', f'{kind.__name__}: {error}')
