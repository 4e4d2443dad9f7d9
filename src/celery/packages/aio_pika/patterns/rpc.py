"""Functions that are called by messages, and answer by messages."""
import asyncio
import logging
import time
import uuid

from ..abc import DeliveryMode, ExchangeType
from ..exceptions import MessageProcessError
from ..message import Message
from .base import Base, JsonBase, Proxy, called

logger = logging.getLogger('aio_pika.patterns.rpc')

_CALL, _RESULT, _ERROR = 'call', 'result', 'error'


class RPC(Base):
    """`rpc = await RPC.create(channel)`; then `await rpc.register('name', function)` here, `await rpc.proxy.name(x=1)` there."""

    #: What is called in vain comes this way to whoever has called.
    DLX_NAME = 'rpc.dlx'
    DELIVERY_MODE = DeliveryMode.NOT_PERSISTENT

    def __init__(self, channel):
        self.channel = channel
        self.proxy = Proxy(self.call)
        self._futures = {}
        self._consumers = {}
        self._names = {}
        self._results = None

    @classmethod
    async def create(cls, channel, **options):
        rpc = cls(channel)
        await rpc.initialize(**options)
        return rpc

    async def initialize(self, auto_delete=True, durable=False, **options):
        if self._results is not None:
            return
        self._results = await self.channel.declare_queue(None, auto_delete=auto_delete, durable=durable, **options)
        self._dlx = await self.channel.declare_exchange(self.DLX_NAME, type=ExchangeType.HEADERS, auto_delete=True)
        await self._results.bind(self._dlx, '', arguments=self._own)
        self._tag = await self._results.consume(self._answered, exclusive=True, no_ack=True)
        self.channel.close_callbacks.add(self._closed)
        self.channel.return_callbacks.add(self._returned)

    @property
    def _own(self):
        return {'From': self._results.name, 'x-match': 'any'}

    async def close(self):
        if self._results is None:
            return
        await self._results.cancel(self._tag)
        await self._results.unbind(self._dlx, '', arguments=self._own)
        for future in self._futures.values():
            future.cancel()
        await self._results.delete()
        self._results = None

    def _closed(self, channel, error=None):
        for future in self._futures.values():
            if not future.done():
                future.set_exception(error or Exception())

    def _returned(self, channel, message):
        self._fail(message, MessageProcessError('Message has been returned', message))

    def _fail(self, message, error):
        future = self._futures.pop(message.correlation_id, None)
        if future is not None and not future.done():
            future.set_exception(error)

    async def _answered(self, message):
        if message.type == _CALL:
            return self._fail(message, asyncio.TimeoutError('Message timed-out', message))
        try:
            value = self.deserialize(message.body)
        except Exception as error:
            return self._fail(message, error)
        if message.type == _ERROR:
            return self._fail(message, value if isinstance(value, Exception) else RuntimeError(value))
        future = self._futures.pop(message.correlation_id, None)
        if future is not None and not future.done():
            future.set_result(value)

    async def call(self, method_name, kwargs=None, *, expiration=None, priority=5, delivery_mode=DELIVERY_MODE):
        """What the function of that name gives, wherever it is; TimeoutError when nobody has taken the call in so many seconds."""
        correlation_id = str(uuid.uuid4())
        future = self._futures[correlation_id] = asyncio.get_running_loop().create_future()
        message = self._message(
            kwargs or {}, _CALL, correlation_id, delivery_mode=delivery_mode, reply_to=self._results.name,
            headers={'From': self._results.name}, priority=priority, expiration=expiration)
        await self.channel.default_exchange.publish(message, routing_key=method_name, mandatory=True)
        return await future

    def _message(self, payload, type, correlation_id, **options):
        return Message(self.serialize(payload), content_type=self.CONTENT_TYPE, correlation_id=correlation_id,
                       timestamp=time.time(), type=type, **options)

    async def register(self, method_name, func, **options):
        """The function takes only arguments with names."""
        arguments = {**options.pop('arguments', {}), 'x-dead-letter-exchange': self.DLX_NAME}
        queue = await self.channel.declare_queue(method_name, arguments=arguments, **options)
        if func in self._consumers:
            raise RuntimeError('Function already registered')
        if method_name in self._names:
            raise RuntimeError(f'Method name already used for {self._names[method_name]!r}')

        async def perform(message):
            await self._perform(func, message)
        perform.__qualname__ = getattr(func, '__qualname__', method_name)
        self._names[method_name] = func
        self._consumers[func] = queue, await queue.consume(perform)

    async def unregister(self, func):
        if func in self._consumers:
            queue, tag = self._consumers.pop(func)
            self._names.pop(queue.name)
            await queue.cancel(tag)

    async def _perform(self, func, message):
        try:
            result, type = await called(func, self.deserialize(message.body)), _RESULT
        except Exception as error:
            result, type = self.serialize_exception(error), _ERROR
        if not message.reply_to:
            logger.info('RPC message without "reply_to" header %r call result will be lost', message)
            return await message.ack()
        answer = self._message(result, type, message.correlation_id, delivery_mode=message.delivery_mode)
        try:
            await self.channel.default_exchange.publish(answer, message.reply_to, mandatory=False)
        except Exception:
            logger.exception('Failed to send reply %r', answer)
            return await message.reject(requeue=False)
        await message.ack()

    def serialize_exception(self, exception):
        return exception


class JsonRPC(JsonBase, RPC):
    def serialize_exception(self, exception):
        return {'error': {'type': type(exception).__name__, 'message': repr(exception), 'args': exception.args}}
