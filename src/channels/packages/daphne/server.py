"""What both kinds of server have in common: they listen, tell what happens, and end."""

import asyncio
import logging
import signal

from .client import Client
from .endpoints import read_endpoint
from .http_protocol import WebRequest
from .ticks import Ticks
from .ws_protocol import WebSocketProtocol

_log = logging.getLogger('daphne.server')

# Seconds between two looks at what takes too long.
LOOK_INTERVAL = 2


class BaseServer:
    """Listens at its endpoints until it is told to stop. Subclasses say what a request and a socket mean."""

    request_type, socket_type = WebRequest, WebSocketProtocol

    # What pages say when the server itself fails, or nobody answered in time.
    PROCESSING_ERROR = 'Daphne HTTP processing error'
    TIMEOUT_ERROR = 'Application failed to respond within time limit.'

    def __init__(self, *, endpoints=None, signal_handlers=True, action_logger=None, http_timeout=None, ping_interval=20, ping_timeout=30,
                 root_path='', proxy_forwarded_address_header=None, proxy_forwarded_port_header=None, proxy_forwarded_proto_header=None,
                 verbosity=1, websocket_timeout=86400, websocket_connect_timeout=20, server_name='daphne', ready_callable=None):
        self.endpoints = endpoints or []
        self.signal_handlers = signal_handlers
        self.action_logger = action_logger
        self.http_timeout = http_timeout
        self.ping_interval, self.ping_timeout = ping_interval, ping_timeout
        self.root_path = root_path
        self.proxy_forwarded_address_header = proxy_forwarded_address_header
        self.proxy_forwarded_port_header = proxy_forwarded_port_header
        self.proxy_forwarded_proto_header = proxy_forwarded_proto_header
        self.verbosity = verbosity
        self.websocket_timeout, self.websocket_connect_timeout = websocket_timeout, websocket_connect_timeout
        self.server_name = server_name
        self.ready_callable = ready_callable
        self.clients = set()
        # (host, port) of each socket, once it listens.
        self.listening_addresses = []
        self.loop = self.looks = self._stopping = None

    def run(self):
        """To its end. Where it cannot listen it says so and ends."""
        try:
            asyncio.run(self.serve())
        except KeyboardInterrupt:
            pass

    async def serve(self):
        self.loop = asyncio.get_running_loop()
        self.looks = Ticks(self.loop, LOOK_INTERVAL)
        self._stopping = self.loop.create_future()
        self.tell('HTTP/2 support not enabled (install the http2 and tls Twisted extras)')
        self.started()
        listening = []
        for endpoint in self.endpoints:
            self.tell(self.CONFIGURING, endpoint)
            try:
                listening.append(await self._listen(endpoint))
            except OSError as exc:
                self.tell_failure(endpoint, exc)
        if listening:
            await self._until_stopped()
        for server in listening:
            server.close()
        await self.stopping()
        for client in list(self.clients):
            client.close()
        await asyncio.gather(*(client.task for client in list(self.clients)), return_exceptions=True)

    def tell(self, text, *args):
        """Lines of the log name the module of the server, whichever kind it is."""
        _log.info(text, *args)

    def tell_failure(self, endpoint, exc):
        """It cannot listen there."""
        _log.critical('Listen failure: %s', exc)

    def listening(self):
        """It can be called now."""
        if self.ready_callable is not None:
            self.ready_callable()

    @property
    def is_stopping(self):
        return self._stopping is not None and self._stopping.done()

    def stop(self):
        if not self._stopping.done():
            self._stopping.set_result(None)

    def log_action(self, protocol, action, details):
        if self.action_logger is not None:
            self.action_logger(protocol, action, details)

    async def _listen(self, endpoint):
        kind, arguments = read_endpoint(endpoint)
        if kind == 'unix':
            server = await self.loop.create_unix_server(self._client, arguments['address'])
            self.tell('Listening on UNIX address %s', arguments['address'])
            return server
        if kind != 'tcp':
            raise OSError(f'{kind} endpoints are not there on the simulated computer')
        host, port = arguments.get('interface', ''), int(arguments['port'])
        try:
            server = await self.loop.create_server(self._client, host or None, port)
        except OSError as exc:
            reason = f'[Errno {exc.errno}] Address already in use' if exc.errno == 98 else str(exc)
            raise OSError(f"Couldn't listen on {host or 'any'}:{port}: {reason}.") from exc
        for sock in server.sockets:
            address = sock.getsockname()[:2]
            self.listening_addresses.append(address)
            if self.TELLS_ADDRESSES:
                self.tell('Listening on TCP address %s:%s', *address)
        return server

    async def _until_stopped(self):
        if self.signal_handlers:
            for number in (signal.SIGINT, signal.SIGTERM):
                self.loop.add_signal_handler(number, self.stop)
        self.listening()
        await self._stopping

    def _client(self):
        return Client(self)


def __getattr__(name):
    """The server of ASGI 3 goes by the name of this module, and is another."""
    if name != 'Server':
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    from .asgi_server import Server
    return Server
