"""How long a WebSocket may do what: be without a handshake, be open, be silent, not answer."""

import functools
import struct

import _wire

# Seconds: until the handshake must be over; until a client must have answered a close frame.
HANDSHAKE_TIMEOUT = 5
CLOSE_TIMEOUT = 1
# A life as long as this is nobody's wish, but the default: a run in which nothing else happens need not wait for its end.
DEFAULT_LIFETIME = 86400


class Limits:
    """The timers of one socket. Limits that are looked at now and then are enforced at a look; the others to the instant."""

    def __init__(self, socket):
        self._socket, self._server, self._loop = socket, socket.server, socket.loop
        self.began_at = self.last_data = self._loop.time()
        self._timers = {}

    def connecting(self):
        server = self._server
        self._timers['abort'] = self._loop.call_later(HANDSHAKE_TIMEOUT, self._socket.client.abort)
        if server.websocket_connect_timeout >= 0:
            self._timers['accept'] = server.looks.call_after(self.began_at + server.websocket_connect_timeout, self._socket.reject)
        if server.websocket_timeout >= 0:
            end = functools.partial(self._socket.close)
            end.keeps_alive = server.websocket_timeout >= DEFAULT_LIFETIME
            self._timers['life'] = server.looks.call_after(self.began_at + server.websocket_timeout, end)

    def opened(self):
        self._cancel('abort')
        self._cancel('accept')
        self._wait_for_silence()

    def closing(self):
        self._timers['abort'] = self._loop.call_later(CLOSE_TIMEOUT, self._socket.client.abort)

    def closed(self):
        for name in list(self._timers):
            self._cancel(name)

    def heard(self):
        """A frame came."""
        self.last_data = self._loop.time()

    def ponged(self):
        self._cancel('pong')

    def _wait_for_silence(self):
        if self._server.ping_interval:
            self._timers['ping'] = self._server.looks.call_after(self.last_data + self._server.ping_interval, self._look)

    def _look(self):
        now = self._loop.time()
        if self._socket.state == self._socket.OPEN and now - self.last_data > self._server.ping_interval:
            self.last_data = now
            self._socket.client.write(_wire.frame_bytes(_wire.PING, struct.pack('!d', now), False))
            # The first ping that is not answered counts.
            if self._server.ping_timeout and 'pong' not in self._timers:
                self._timers['pong'] = self._loop.call_later(self._server.ping_timeout, self._socket.client.abort)
        self._wait_for_silence()

    # A run in which nothing else can happen any more need not go on for it.
    _look.keeps_alive = True

    def _cancel(self, name):
        timer = self._timers.pop(name, None)
        if timer is not None:
            timer.cancel()
