"""A connection that comes back: it tries again, and opens and declares anew what was open and declared."""
import asyncio
import logging

from ._callbacks import CallbackCollection
from .abc import AbstractRobustConnection
from .channel import RobustChannel
from .connection import Connection, connect
from .exceptions import CONNECTION_EXCEPTIONS

logger = logging.getLogger('aio_pika.robust_connection')


class RobustConnection(Connection, AbstractRobustConnection):
    """Only the first try may fail, unless `fail_fast` is 0; from then on it tries every `reconnect_interval` seconds, 5 if none are given."""

    _CHANNEL = RobustChannel

    def __init__(self, url, loop=None, **options):
        super().__init__(url, loop, **options)
        self.reconnect_interval = float(self.options.get('reconnect_interval', 5))
        self.fail_fast = str(self.options.get('fail_fast', '1')).lower() in ('1', 'true', 'yes', 'on', 'y')
        self.reconnect_callbacks = CallbackCollection(self)
        self._channels = []
        self._task = None

    def __repr__(self):
        return f'<{type(self).__name__}: "{self}" {len(self._channels)} channels>'

    @property
    def reconnecting(self):
        return self._task is not None and not self._task.done()

    async def connect(self, timeout=None):
        if self.is_closed:
            raise RuntimeError(f'{self!r} connection closed')
        while not self.is_closed:
            try:
                await super().connect(timeout)
                self.fail_fast = False
                return
            except CONNECTION_EXCEPTIONS as error:
                if self.fail_fast:
                    raise
                logger.warning('Connection attempt to "%s" failed: %s. Reconnecting after %r seconds.', self, error,
                               self.reconnect_interval)
            await asyncio.sleep(self.reconnect_interval)

    def _lost(self, error):
        self.connected.clear()
        self.close_callbacks(error)
        logger.info('Connection to %s closed. Reconnecting after %r seconds.', self, self.reconnect_interval)
        self._task = self.loop.create_task(self._come_back())

    async def _come_back(self):
        await asyncio.sleep(self.reconnect_interval)
        await self.reconnect()

    async def reconnect(self):
        await self.connect()
        self.connected.clear()
        for channel in self._channels:
            await channel.restore()
        self.connected.set()
        self.reconnect_callbacks()

    async def link(self):
        if self._link is None or not self._link.is_open:
            await self.ready()
        return self._link

    def channel(self, channel_number=None, publisher_confirms=True, on_return_raises=False):
        channel = super().channel(channel_number, publisher_confirms, on_return_raises)
        self._channels.append(channel)
        return channel

    async def close(self, exc=None):
        if self._task is not None:
            self._task.cancel()
        await super().close(exc)


async def connect_robust(url=None, *, connection_class=RobustConnection, **options):
    return await connect(url, connection_class=connection_class, **options)
