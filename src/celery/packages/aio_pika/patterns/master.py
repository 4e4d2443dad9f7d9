"""One hands out work, others do it."""
import logging

from ..abc import DeliveryMode
from ..message import Message
from .base import Base, JsonBase, Proxy, called

logger = logging.getLogger('aio_pika.patterns.master')


class MessageProcessingError(Exception):
    pass


class NackMessage(MessageProcessingError):
    """Raised by work that is to be given back."""

    def __init__(self, requeue=False):
        self.requeue = requeue


class RejectMessage(MessageProcessingError):
    """Raised by work that is refused."""

    def __init__(self, requeue=False):
        self.requeue = requeue


class Worker:
    def __init__(self, queue, consumer_tag):
        self.queue = queue
        self.consumer_tag = consumer_tag

    async def close(self):
        await self.queue.cancel(self.consumer_tag)


class Master(Base):
    """`await master.create_worker('name', function)` here, `await master.proxy.name(x=1)` there. What fails is done again."""

    DELIVERY_MODE = DeliveryMode.PERSISTENT

    def __init__(self, channel, requeue=True, reject_on_redelivered=False):
        self.channel = channel
        self.proxy = Proxy(self.create_task)
        self._requeue = requeue
        self._reject_on_redelivered = reject_on_redelivered
        channel.return_callbacks.add(self._returned)

    @staticmethod
    def _returned(channel, message):
        logger.warning('Message returned. Probably destination queue does not exists: %r', message)

    async def create_queue(self, channel_name, **options):
        return await self.channel.declare_queue(channel_name, **options)

    async def create_worker(self, channel_name, func, **options):
        queue = await self.create_queue(channel_name, **options)

        async def work(message):
            await self._work(func, message)
        work.__qualname__ = getattr(func, '__qualname__', channel_name)
        return Worker(queue, await queue.consume(work))

    async def _work(self, func, message):
        async with message.process(
                requeue=self._requeue, reject_on_redelivered=self._reject_on_redelivered, ignore_processed=True):
            try:
                kwargs = self.deserialize(message.body) or {}
                if not isinstance(kwargs, dict):
                    raise RejectMessage(requeue=False)
                await called(func, kwargs)
            except RejectMessage as error:
                await message.reject(requeue=error.requeue)
            except NackMessage as error:
                await message.nack(requeue=error.requeue)

    async def create_task(self, channel_name, kwargs=None, **options):
        message = Message(
            self.serialize(kwargs or {}), content_type=self.CONTENT_TYPE, delivery_mode=self.DELIVERY_MODE, **options)
        return await self.channel.default_exchange.publish(message, channel_name, mandatory=True)


class JsonMaster(JsonBase, Master):
    pass
