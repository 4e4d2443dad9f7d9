"""Daphne 1.4: requests and frames go to workers through a channel layer of 1.x, and come back on reply channels of this process."""

import asyncio
import logging
import random
import string

import _channels

from .layer_replies import dispatch_reply
from .server import BaseServer

_log = logging.getLogger('daphne.server')
_socket_log = logging.getLogger('daphne.ws_protocol')

# Seconds without a message after which a layer that can only be polled is asked again; and after an error.
IDLE_DELAY = 0.05
ERROR_DELAY = 5.0
DEFAULT_LIFETIME = 86400
# Turns of the loop until a signal that has come has ended the reader.
TURNS_OF_A_SIGNAL = 4


class LayerServer(BaseServer):
    """Runs none of the program's code but the layer's."""

    CONFIGURING = 'Listening on endpoint %s'
    TELLS_ADDRESSES = False
    PROCESSING_ERROR = 'HTTP processing error'
    TIMEOUT_ERROR = 'Worker server failed to respond within time limit.'

    def __init__(self, channel_layer, *, websocket_timeout=None, force_sync=False, **options):
        if websocket_timeout is None:
            websocket_timeout = getattr(channel_layer, 'group_expiry', DEFAULT_LIFETIME)
        super().__init__(websocket_timeout=websocket_timeout, **options)
        self.channel_layer = channel_layer
        self.force_sync = force_sync
        # What one process reads: all of its clients' channels begin like this.
        self.send_channel = f'daphne.response.{_letters()}!'
        # Reply channel -> request or socket.
        self.protocols = {}
        self._channels = {}
        self._frames = {}
        self._muted = set()
        self._reader = None

    def started(self):
        can_wait = hasattr(self.channel_layer, 'receive_async') and not self.force_sync
        self.tell(f'Using {"native asyncio" if can_wait else "busy-loop synchronous"} mode on channel layer')
        read = self._read_waiting if can_wait else self._read_polling
        self._reader = self.loop.create_task(self._read(read), name=f'replies on {self.send_channel}')

    async def stopping(self):
        self._reader.cancel()
        await asyncio.gather(self._reader, return_exceptions=True)

    # Replies.

    async def _read(self, read):
        while True:
            try:
                channel, message = await read()
            except Exception as exc:
                # Both may have been told to end at the same time.
                for _ in range(TURNS_OF_A_SIGNAL):
                    await asyncio.sleep(0)
                _log.error('Error trying to receive messages: %s', exc)
                await self._pause()
                continue
            if channel is not None:
                self._dispatch(channel, message)

    async def _pause(self):
        over = self.loop.create_future()
        self.loop.call_later(ERROR_DELAY, _end_pause, over)
        await over

    async def _read_waiting(self):
        return await self.channel_layer.receive_async([self.send_channel])

    async def _read_polling(self):
        channel, message = self.channel_layer.receive([self.send_channel])
        # The others' turn, too.
        await asyncio.sleep(IDLE_DELAY if channel is None else 0)
        return channel, message

    def _dispatch(self, channel, message):
        protocol = self.protocols.get(channel)
        if protocol is None:
            _log.debug('Message on %s is for nobody who is still there', channel)
            _channels.ended(message, 'no consumer', '')
            return
        try:
            dispatch_reply(protocol, channel, message)
        except Exception as exc:
            _log.error('HTTP/WS send decode error: %s', exc)
        _channels.ended(message, 'finished', '')

    def _add(self, protocol):
        channel = self.send_channel + _letters()
        self.protocols[channel] = protocol
        self._channels[protocol] = channel
        return channel

    def _remove(self, protocol):
        channel = self._channels.pop(protocol, None)
        if channel is not None:
            del self.protocols[channel]
        return channel

    def _send_unless_full(self, channel, message):
        """Whether there was room for it."""
        try:
            self.channel_layer.send(channel, message)
        except self.channel_layer.ChannelFull:
            return False
        return True

    def _tell_end(self, channel, message):
        """That a client is gone: nobody is told where the layer is full, or gone too."""
        try:
            self._send_unless_full(channel, message)
        except Exception as exc:
            _log.error('Error trying to send to %s: %s', channel, exc)

    # Requests.

    def http_arrived(self, web_request):
        request = web_request.request
        message = {
            'reply_channel': self._add(web_request), 'http_version': request.version, 'method': request.method, 'path': request.path,
            'root_path': request.root_path, 'scheme': request.scheme, 'query_string': request.query_string,
            'headers': [list(pair) for pair in request.headers], 'body': request.body,
            'client': request.client_address, 'server': request.server_address,
        }
        if not self._send_unless_full('http.request', message):
            web_request.basic_error(503, 'Service Unavailable', 'Request queue full.')

    def http_gone(self, web_request):
        """After every answer, and when a client went away: nobody need care, and mostly nobody does."""
        channel = self._remove(web_request)
        if channel is not None:
            self._tell_end('http.disconnect', {'reply_channel': channel, 'path': web_request.request.path})

    # Sockets.

    def ws_connecting(self, socket):
        request = socket.request
        self._frames[socket] = 0
        message = {
            'reply_channel': self._add(socket), 'scheme': 'ws', 'path': request.path, 'root_path': request.root_path,
            'query_string': request.query_string, 'headers': [list(pair) for pair in request.headers],
            'client': request.client_address, 'server': request.server_address, 'order': 0,
        }
        if not self._send_unless_full('websocket.connect', message):
            self._muted.add(socket)
            _socket_log.warning('WebSocket force closed for %s due to connect backpressure', self._channels[socket])
            socket.refuse(503, 'Connection queue at capacity')

    def ws_frame(self, socket, text, data):
        if socket in self._muted:
            return
        self._frames[socket] += 1
        channel = self._channels[socket]
        message = {'reply_channel': channel, 'path': socket.request.path, 'order': self._frames[socket]}
        message.update({'bytes': data} if text is None else {'text': text})
        if not self._send_unless_full('websocket.receive', message):
            self._muted.add(socket)
            _socket_log.warning('WebSocket force closed for %s due to receive backpressure', channel)
            socket.close(1013)

    def ws_gone(self, socket, code, reason):
        """A muted socket says nothing of its end, either."""
        channel = self._remove(socket)
        order = self._frames.pop(socket, 0) + 1
        if socket in self._muted:
            self._muted.discard(socket)
        elif channel is not None:
            message = {'reply_channel': channel, 'code': code, 'path': socket.request.path, 'order': order}
            self._tell_end('websocket.disconnect', message)


def _end_pause(over):
    if not over.done():
        over.set_result(None)


# A layer that is gone stays gone, where nothing else happens.
_end_pause.keeps_alive = True


def _letters():
    return ''.join(random.choice(string.ascii_letters) for _ in range(10))
