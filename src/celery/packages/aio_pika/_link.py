"""A connection with the server, and the channels that are open on it, for a running loop. Each answer takes a turn of the loop."""
import asyncio
import logging
import uuid

import _amqp
import _amqp_errors
from aiormq import exceptions, spec

logger = logging.getLogger('aiormq.channel')


class Link:
    """What the server says of its own accord is heard when the loop finds that there is something."""

    def __init__(self, impl, loop):
        self.impl = impl
        self.loop = loop
        self.is_open = True
        self._channels = {}
        #: Called with the error when the server ends it.
        self.on_lost = None
        loop.add_reader(impl.fileno(), self._hear)

    def open(self, number, confirms, on_return_raises):
        if number is None:
            number = next(n for n in range(1, 65536) if n not in self._channels)
        self.impl.open_channel(number)
        channel = self._channels[number] = OpenChannel(self, number, on_return_raises)
        if confirms:
            self.impl.confirm_select(number)
            channel.confirms = {}
        return channel

    def forget(self, number):
        self._channels.pop(number, None)

    def _hear(self):
        while self.is_open and (event := self.impl.next_event()) is not None:
            kind, *rest = event
            if kind == 'closed':
                self.lost(*rest)
            else:
                number, *rest = rest
                if number in self._channels:
                    self._channels[number].hear(kind, rest)

    def lost(self, code, text):
        """The server has ended it, or is gone: code 0."""
        error = exceptions.connection_error(code, text) if code else ConnectionResetError(104, text)
        self._end(error)
        if self.on_lost is not None:
            self.on_lost(error)

    def close(self):
        if self.is_open:
            self._end(None)
            self.impl.close()

    def _end(self, error):
        self.is_open = False
        self.loop.remove_reader(self.impl.fileno())
        for channel in list(self._channels.values()):
            channel.end(error)


class OpenChannel:
    """`confirms`: futures of what is not confirmed yet, by number; None: nothing is confirmed."""

    def __init__(self, link, number, on_return_raises):
        self.link = link
        self.number = number
        self.is_closed = False
        self.confirms = None
        self._on_return_raises = on_return_raises
        self._published = 0
        self._returned = None
        self._consumers = {}
        #: Called with what came back; with the error when it is closed.
        self.on_return = self.on_close = None

    async def ask(self, name, *args):
        """What the server answers; raises what it refuses, which ends the channel."""
        self.check()
        await asyncio.sleep(0)
        self.check()
        try:
            return getattr(self.link.impl, name)(self.number, *args)
        except _amqp_errors.ChannelClosed as error:
            refusal = exceptions.channel_error(error.code, error.text)
            self.end(refusal)
        except (_amqp_errors.ConnectionClosed, _amqp_errors.ConnectionLost) as error:
            refusal = exceptions.connection_error(error.code, error.text)
            self.link.lost(error.code, error.text)
        raise refusal

    def check(self):
        if self.is_closed:
            raise exceptions.ChannelInvalidStateError('Channel has been closed')

    async def publish(self, exchange, routing_key, body, properties, mandatory):
        """Gives what the server says of it, once it does: Ack, or what came back; raises DeliveryError when a queue refuses."""
        self.check()
        self.link.impl.publish(self.number, exchange, routing_key, body, properties, mandatory)
        if self.confirms is None:
            return await asyncio.sleep(0)
        self._published += 1
        future = self.confirms[self._published] = self.link.loop.create_future()
        return await future

    async def consume(self, queue, callback, no_ack, exclusive, tag):
        tag = tag or f'ctag{self.number}.{uuid.uuid4().hex}'
        if tag in self._consumers:
            raise exceptions.DuplicateConsumerTag(tag)
        self._consumers[tag] = callback
        await self.ask('consume', queue, tag, no_ack, exclusive)
        return tag

    async def cancel(self, tag):
        await self.ask('cancel', tag)
        self._consumers.pop(tag, None)
        return spec.Basic.CancelOk(tag)

    def tell(self, name, *args):
        self.check()
        getattr(self.link.impl, name)(self.number, *args)

    def hear(self, kind, rest):
        if kind == 'deliver':
            tag, *said = rest
            if tag in self._consumers:
                self._consumers[tag](self, tag, said)
        elif kind == 'return':
            self._returned = rest
            if self.confirms is None:
                logger.warning('Unhandled message %r returning', rest[-1])
            elif self.on_return is not None:
                self.on_return(rest)
        elif kind == 'confirm':
            self._confirmed(*rest)
        elif kind == 'cancel':
            self._consumers.pop(rest[0], None)
        else:
            self.end(exceptions.channel_error(*rest))

    def _confirmed(self, number, is_ack):
        future = self.confirms.pop(number)
        returned, self._returned = self._returned, None
        if future.done():
            return
        if not is_ack:
            future.set_exception(exceptions.DeliveryError(None, spec.Basic.Nack(number)))
        elif returned is None:
            future.set_result(spec.Basic.Ack(number))
        else:
            frame = spec.Basic.Return(*returned[:4])
            if self._on_return_raises:
                future.set_exception(exceptions.PublishError(returned, frame))
            else:
                future.set_result(frame)

    def end(self, error):
        """Nothing more is heard of it; whoever waits to be confirmed gets the error."""
        if self.is_closed:
            return
        self.is_closed = True
        self.link.forget(self.number)
        for future in (self.confirms or {}).values():
            if not future.done():
                future.set_exception(error or exceptions.ChannelInvalidStateError('Channel has been closed'))
        if self.on_close is not None:
            self.on_close(error)

    def close(self):
        if not self.is_closed and self.link.is_open:
            self.link.impl.close_channel(self.number)
        self.end(None)


async def connect(address, loop):
    """To that server, as that user."""
    await asyncio.sleep(0)
    try:
        impl = _amqp.Connection(address.hostname, address.port, address.virtual_host, address.userid, address.password,
                                int(address.query.get('heartbeat', 60)))
    except ConnectionRefusedError:
        host = '127.0.0.1' if address.hostname == 'localhost' else address.hostname
        raise ConnectionError(111, f"Connect call failed ('{host}', {address.port})") from None
    except _amqp_errors.ConnectionClosed as error:
        raise exceptions.connection_error(error.code, error.text) from None
    return Link(impl, loop)
