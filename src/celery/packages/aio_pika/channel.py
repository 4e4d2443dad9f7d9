"""Channels: they may be awaited, or entered, and open then."""
import uuid

from aiormq import exceptions, spec

from ._callbacks import CallbackCollection
from .abc import AbstractChannel, AbstractRobustChannel, ExchangeType
from .exchange import Exchange, RobustExchange
from .message import IncomingMessage, ReturnedMessage
from .queue import Queue, RobustQueue


class Channel(AbstractChannel):
    """With `publisher_confirms` a publish waits until the server has it; with `on_return_raises` it raises what comes back."""

    _EXCHANGE = Exchange
    _QUEUE = Queue

    def __init__(self, connection, channel_number=None, publisher_confirms=True, on_return_raises=False):
        if not publisher_confirms and on_return_raises:
            raise RuntimeError('"on_return_raises" not applicable without "publisher_confirms"')
        self._connection = connection
        self._number = channel_number
        self._open = None
        self._is_closed = False
        self.publisher_confirms = publisher_confirms
        self.on_return_raises = on_return_raises
        self.close_callbacks = CallbackCollection(self)
        self.return_callbacks = CallbackCollection(self)
        self.default_exchange = self._EXCHANGE(self, '')

    def __await__(self):
        yield from self.initialize().__await__()
        return self

    async def __aenter__(self):
        if not self.is_initialized:
            await self.initialize()
        return self

    async def __aexit__(self, *error):
        await self.close()

    def __str__(self):
        return f'{self.number or "Not initialized channel"}'

    @property
    def number(self):
        return self._open.number if self._open is not None else self._number

    @property
    def is_initialized(self):
        return self._open is not None

    @property
    def is_closed(self):
        return self._is_closed or self._open is None or self._open.is_closed

    async def initialize(self, timeout=None):
        if self.is_initialized:
            raise RuntimeError('Already initialized')
        if self._is_closed:
            raise RuntimeError("Can't initialize closed channel")
        await self.reopen()

    async def reopen(self):
        link = await self._connection.link()
        self._open = link.open(self._number, self.publisher_confirms, self.on_return_raises)
        self._open.on_return = self._returned
        self._open.on_close = self.close_callbacks

    async def close(self, exc=None):
        if self._open is not None and not self._is_closed:
            self._is_closed = True
            self._open.close()

    def _returned(self, rest):
        _, _, exchange, routing_key, properties, body = rest
        said = (0, False, exchange, routing_key, properties, body)
        self.return_callbacks(ReturnedMessage(self._open, said, needs_ack=False))

    async def opened(self):
        """The open channel that this one is now."""
        if self._open is None:
            raise exceptions.ChannelInvalidStateError('Channel was not opened')
        if self._is_closed:
            raise exceptions.ChannelInvalidStateError('Channel has been closed')
        return self._open

    async def ask(self, name, *args):
        return await (await self.opened()).ask(name, *args)

    async def publish(self, exchange, routing_key, message, mandatory):
        opened = await self.opened()
        if self.publisher_confirms and message.message_id is None:
            message.message_id = uuid.uuid4().hex
        result = await opened.publish(exchange, routing_key, message.body, message.said(), mandatory)
        return result

    async def consume(self, queue, callback, no_ack, exclusive, tag):
        return await (await self.opened()).consume(queue, callback, no_ack, exclusive, tag)

    async def cancel(self, tag):
        return await (await self.opened()).cancel(tag)

    async def declare_exchange(self, name, type=ExchangeType.DIRECT, *, durable=False, auto_delete=False, internal=False, passive=False,
                               arguments=None, timeout=None, **options):
        exchange = self._EXCHANGE(self, name, type, durable=durable, auto_delete=auto_delete, internal=internal, passive=passive,
                                  arguments=arguments)
        await exchange.declare()
        return exchange

    async def get_exchange(self, name, *, ensure=True):
        """One that is there; without `ensure` nobody looks."""
        if ensure:
            return await self.declare_exchange(name, passive=True)
        return self._EXCHANGE(self, name, passive=True)

    async def declare_queue(self, name=None, *, durable=False, exclusive=False, passive=False, auto_delete=False, arguments=None,
                            timeout=None, **options):
        queue = self._QUEUE(self, name, durable, exclusive, auto_delete, arguments, passive)
        await queue.declare()
        return queue

    async def get_queue(self, name, *, ensure=True):
        if ensure:
            return await self.declare_queue(name, passive=True)
        return self._QUEUE(self, name, False, False, False, None, True)

    async def set_qos(self, prefetch_count=0, prefetch_size=0, global_=False, timeout=None, all_channels=None):
        await self.ask('qos', prefetch_count, bool(global_ if all_channels is None else all_channels))
        return spec.Basic.QosOk()

    async def queue_delete(self, queue_name, timeout=None, if_unused=False, if_empty=False, nowait=False):
        return spec.Queue.DeleteOk(await self.ask('queue_delete', queue_name, if_unused, if_empty))

    async def exchange_delete(self, exchange_name, timeout=None, if_unused=False, nowait=False):
        await self.ask('exchange_delete', exchange_name, if_unused)
        return spec.Exchange.DeleteOk()


class RobustChannel(Channel, AbstractRobustChannel):
    """Comes back with its connection, with its exchanges, queues and consumers; who asks meanwhile waits for that."""

    _EXCHANGE = RobustExchange
    _QUEUE = RobustQueue

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self._entities = []
        self._prefetch = None
        self._is_restoring = False

    async def opened(self):
        if self._open is not None and not self._is_closed and not self._is_restoring and not self._open.link.is_open:
            await self._connection.ready()
        return await super().opened()

    async def restore(self):
        if self._open is None or self._is_closed:
            return
        self._is_restoring = True
        try:
            await self.reopen()
            if self._prefetch is not None:
                await super().set_qos(*self._prefetch)
            for entity in self._entities:
                await entity.restore()
        finally:
            self._is_restoring = False

    async def set_qos(self, prefetch_count=0, prefetch_size=0, global_=False, timeout=None, all_channels=None):
        result = await super().set_qos(prefetch_count, prefetch_size, global_, timeout, all_channels)
        self._prefetch = prefetch_count, prefetch_size, global_, timeout, all_channels
        return result

    async def declare_exchange(self, *args, robust=True, **options):
        exchange = await super().declare_exchange(*args, **options)
        if robust:
            self._entities.append(exchange)
        return exchange

    async def declare_queue(self, *args, robust=True, **options):
        queue = await super().declare_queue(*args, **options)
        if robust:
            self._entities.append(queue)
        return queue
