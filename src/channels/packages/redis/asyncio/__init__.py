"""redis.asyncio: the same client, awaited."""
from _layer_waits import arrived

from .._commands import Commands, _flat
from ..client import Subscriptions


class Redis(Commands):
    """Each command is awaited. Only those that wait for others give up the loop."""

    async def _run(self, command, args, change=None):
        return self._reply(command, args, change)

    async def blpop(self, keys, timeout=0):
        return await self._pop('left', keys, timeout)

    async def brpop(self, keys, timeout=0):
        return await self._pop('right', keys, timeout)

    async def _pop(self, end, keys, timeout):
        names = [self._encode(key) for key in _flat(keys)]
        while True:
            pending = self._store.pending(end, names)
            if not await arrived(pending, timeout or None):
                return None
            found = pending.result()
            if found is not None:
                return tuple(self._decode(found))

    async def publish(self, channel, message):
        return self._store.publish(self._encode(channel), self._encode(message))

    def pubsub(self, ignore_subscribe_messages=False, **kwargs):
        return PubSub(self, ignore_subscribe_messages)

    async def aclose(self, close_connection_pool=None):
        """No connection stays open between commands."""

    close = aclose

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        await self.aclose()


StrictRedis = Redis
from_url = Redis.from_url


class PubSub(Subscriptions):
    """For a coroutine that subscribes, and reads what is published from then on."""

    async def subscribe(self, *channels):
        self._change('subscribe', channels)

    async def unsubscribe(self, *channels):
        self._change('unsubscribe', channels)

    async def get_message(self, ignore_subscribe_messages=False, timeout=0.0):
        if self._told:
            return self._next_told(ignore_subscribe_messages)
        pending = self._box.pending()
        if not await arrived(pending, timeout):
            return None
        found = pending.result()
        return found and self._message('message', *found)

    async def listen(self):
        while self.subscribed or self._told:
            message = await self.get_message(timeout=None)
            if message is not None:
                yield message

    async def aclose(self):
        self._change('unsubscribe', ())
        self._told.clear()

    close = aclose

    async def __aenter__(self):
        return self

    async def __aexit__(self, *details):
        await self.aclose()
