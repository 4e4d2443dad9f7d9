"""Queues of a channel, and reading from them."""
import asyncio
import inspect
import uuid

from aiormq import spec

from .abc import AbstractQueue, AbstractQueueIterator, AbstractRobustQueue
from .exceptions import QueueEmpty
from .exchange import name_of
from .message import IncomingMessage


class Queue(AbstractQueue):
    """Without a name it gets one. `declaration_result` says how many messages and consumers there were."""

    def __init__(self, channel, name, durable, exclusive, auto_delete, arguments, passive=False):
        self.channel = channel
        self.name = name or f'amq_{uuid.uuid4().int:#x}'
        self.durable = durable
        self.exclusive = exclusive
        self.auto_delete = auto_delete
        self.arguments = arguments
        self.passive = passive
        self.declaration_result = None

    def __str__(self):
        return self.name

    def __repr__(self):
        return (f'<{type(self).__name__}({self}): auto_delete={self.auto_delete}, durable={self.durable}, exclusive={self.exclusive}, '
                f'arguments={self.arguments!r}')

    async def declare(self, timeout=None):
        self.declaration_result = spec.Queue.DeclareOk(*await self.channel.ask(
            'queue_declare', self.name, self.passive, self.durable, self.exclusive, self.auto_delete, self.arguments))
        return self.declaration_result

    async def bind(self, exchange, routing_key=None, *, arguments=None, timeout=None):
        """With its own name as key, if none is given."""
        key = self.name if routing_key is None else routing_key
        await self.channel.ask('queue_bind', self.name, name_of(exchange), key, arguments)
        return spec.Queue.BindOk()

    async def unbind(self, exchange, routing_key=None, arguments=None, timeout=None):
        key = self.name if routing_key is None else routing_key
        await self.channel.ask('queue_unbind', self.name, name_of(exchange), key, arguments)
        return spec.Queue.UnbindOk()

    async def consume(self, callback, no_ack=False, exclusive=False, arguments=None, consumer_tag=None, timeout=None):
        """Each message becomes a task of its own, which calls back. Gives the consumer's tag."""
        def arrived(channel, tag, said):
            message = IncomingMessage(channel, said, not no_ack, tag)
            channel.link.loop.create_task(_called(callback, message))
        return await self.channel.consume(self.name, arrived, no_ack, exclusive, consumer_tag)

    async def cancel(self, consumer_tag, timeout=None, nowait=False):
        """What has come before it may still be acknowledged."""
        return await self.channel.cancel(consumer_tag)

    async def get(self, *, no_ack=False, fail=True, timeout=5):
        """The next message; QueueEmpty, or None without `fail`, when there is none."""
        channel = await self.channel.opened()
        found = await channel.ask('get', self.name, no_ack)
        if found is None:
            if fail:
                raise QueueEmpty
            return None
        *said, count = found
        return IncomingMessage(channel, said, not no_ack, message_count=count)

    async def purge(self, no_wait=False, timeout=None):
        return spec.Queue.PurgeOk(await self.channel.ask('queue_purge', self.name))

    async def delete(self, *, if_unused=True, if_empty=True, timeout=None):
        return spec.Queue.DeleteOk(await self.channel.ask('queue_delete', self.name, if_unused, if_empty))

    def iterator(self, **options):
        return QueueIterator(self, **options)

    def __aiter__(self):
        return self.iterator()


async def _called(callback, message):
    is_counted = not isinstance(getattr(callback, '__self__', None), QueueIterator)
    if is_counted:
        message.began(getattr(callback, '__qualname__', type(callback).__qualname__))
    try:
        result = callback(message)
        if inspect.isawaitable(result):
            await result
    except BaseException as error:
        message.ended(f'{type(error).__name__}: {error}')
        raise
    if is_counted:
        message.ended()


class QueueIterator(AbstractQueueIterator):
    """Gives one message after the other; what it has got and not given goes back when it is closed."""

    def __init__(self, queue, **options):
        self._amqp_queue = queue
        self._timeout = options.pop('timeout', None)
        self._options = options
        self._arrived = asyncio.Queue()
        self.consumer_tag = None

    async def on_message(self, message):
        await self._arrived.put(message)

    async def consume(self):
        self.consumer_tag = await self._amqp_queue.consume(self.on_message, **self._options)

    async def close(self):
        if self.consumer_tag is None or self._amqp_queue.channel.is_closed:
            return
        tag, self.consumer_tag = self.consumer_tag, None
        await self._amqp_queue.cancel(tag)
        message = None
        while not self._arrived.empty():
            message = self._arrived.get_nowait()
        if message is not None and not message.processed and not message.channel.is_closed:
            await message.nack(requeue=True, multiple=True)

    def __str__(self):
        return f'queue[{self._amqp_queue}](...)'

    def __repr__(self):
        return f'<{type(self).__name__}: queue={self._amqp_queue.name!r} ctag={self.consumer_tag!r}>'

    def __aiter__(self):
        return self

    async def __aenter__(self):
        if self.consumer_tag is None:
            await self.consume()
        return self

    async def __aexit__(self, *error):
        await self.close()

    async def __anext__(self):
        if self.consumer_tag is None:
            await self.consume()
        try:
            message = await asyncio.wait_for(self._arrived.get(), self._timeout)
        except asyncio.CancelledError:
            await self.close()
            raise
        task = asyncio.current_task()
        message.began(task.get_coro().__qualname__ if task is not None else '')
        return message


class RobustQueue(Queue, AbstractRobustQueue):
    """Comes back with its connection, with its bindings and consumers."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self._bindings = {}
        self._consumers = {}

    async def restore(self):
        await self.declare()
        for (exchange, routing_key), arguments in self._bindings.items():
            await super().bind(exchange, routing_key, arguments=arguments)
        for tag, options in list(self._consumers.items()):
            await super().consume(consumer_tag=tag, **options)

    async def bind(self, exchange, routing_key=None, *, arguments=None, timeout=None, robust=True):
        key = self.name if routing_key is None else routing_key
        result = await super().bind(exchange, key, arguments=arguments)
        if robust:
            self._bindings[name_of(exchange), key] = arguments
        return result

    async def unbind(self, exchange, routing_key=None, arguments=None, timeout=None):
        key = self.name if routing_key is None else routing_key
        self._bindings.pop((name_of(exchange), key), None)
        return await super().unbind(exchange, key, arguments)

    async def consume(self, callback, no_ack=False, exclusive=False, arguments=None, consumer_tag=None, timeout=None, robust=True):
        options = {'callback': callback, 'no_ack': no_ack, 'exclusive': exclusive}
        tag = await super().consume(consumer_tag=consumer_tag, **options)
        if robust:
            self._consumers[tag] = options
        return tag

    async def cancel(self, consumer_tag, timeout=None, nowait=False):
        self._consumers.pop(consumer_tag, None)
        return await super().cancel(consumer_tag)
