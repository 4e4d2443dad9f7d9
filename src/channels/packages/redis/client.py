"""redis.Redis: its methods return when the server has answered, which takes no time here."""
from ._commands import Commands, _flat


class Redis(Commands):
    """A client. Nothing is connected before its first command."""

    def _run(self, command, args, change=None):
        return self._reply(command, args, change)

    def blpop(self, keys, timeout=0):
        """`(key, value)` of the first list that has something; None after `timeout` seconds, 0: never."""
        return self._pop('left', keys, timeout)

    def brpop(self, keys, timeout=0):
        return self._pop('right', keys, timeout)

    def _pop(self, end, keys, timeout):
        found = self._store.pop(end, [self._encode(key) for key in _flat(keys)], timeout or 0)
        return found and tuple(self._decode(found))

    def publish(self, channel, message):
        """How many have heard it."""
        return self._store.publish(self._encode(channel), self._encode(message))

    def pubsub(self, ignore_subscribe_messages=False, **kwargs):
        return PubSub(self, ignore_subscribe_messages)

    def close(self):
        """No connection stays open between commands."""

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()


StrictRedis = Redis


class Subscriptions:
    """What is told of: subscriptions of its own, and messages of others."""

    def __init__(self, client, ignore_subscribe_messages):
        self._client = client
        self._box = client._store.mailbox()
        self._told = []
        self._is_quiet = ignore_subscribe_messages

    @property
    def subscribed(self):
        return bool(self._box.channels())

    def _change(self, kind, channels):
        change = getattr(self._box, kind)
        for channel in channels or [bytes(each) for each in self._box.channels()]:
            name = self._client._encode(channel)
            self._note(kind, name, change(name))

    def _note(self, kind, channel, data):
        self._told.append(self._message(kind, channel, data))

    def _next_told(self, ignore_subscribe_messages):
        """None stands for one that is not to be told."""
        told = self._told.pop(0)
        return None if ignore_subscribe_messages or self._is_quiet else told

    def _message(self, kind, channel, data):
        decode = self._client._decode
        return {'type': kind, 'pattern': None, 'channel': decode(channel), 'data': decode(data)}


class PubSub(Subscriptions):
    """For one who subscribes, and reads what is published from then on."""

    def subscribe(self, *channels):
        self._change('subscribe', channels)

    def unsubscribe(self, *channels):
        self._change('unsubscribe', channels)

    def get_message(self, ignore_subscribe_messages=False, timeout=0.0):
        """The next message; None after `timeout` seconds, None: never."""
        if self._told:
            return self._next_told(ignore_subscribe_messages)
        found = self._box.receive(timeout)
        return found and self._message('message', *found)

    def listen(self):
        """Messages as they come, as long as it is subscribed to anything."""
        while self.subscribed or self._told:
            message = self.get_message(timeout=None)
            if message is not None:
                yield message

    def close(self):
        self._change('unsubscribe', ())
        self._told.clear()

    def __enter__(self):
        return self

    def __exit__(self, *details):
        self.close()
