"""uvicorn's server: that of Daphne, which also tells the application of its own beginning and end."""

import asyncio
import logging
import os
import sys
from email.utils import formatdate
from http import HTTPStatus

from daphne.asgi_server import Server as AsgiServer
from daphne.http_protocol import WebRequest
from daphne.ws_protocol import WebSocketProtocol

from .config import Config
from .lifespan import Lifespan

_log = logging.getLogger('uvicorn.error')
_access = logging.getLogger('uvicorn.access')


def run(app, **options):
    """Serves to the end of the process. SystemExit(3): it could not begin."""
    server = Server(Config(app, **options))
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    if not server.started:
        sys.exit(3)


class Server:
    """To be run, or served within a loop that runs."""

    def __init__(self, config):
        self.config = config
        self.started = False
        self._serving = None

    def run(self, sockets=None):
        asyncio.run(self.serve(sockets))

    async def serve(self, sockets=None):
        config = self.config
        config.configure_logging()
        config.load()
        _log.info('Started server process [%d]', os.getpid())
        lifespan = Lifespan(config)
        if not await lifespan.startup():
            return
        self._serving = _Serving(config, self)
        await self._serving.serve()
        await lifespan.shutdown()
        if self.started:
            _log.info('Finished server process [%d]', os.getpid())

    @property
    def should_exit(self):
        return self._serving is not None and self._serving.is_stopping

    @should_exit.setter
    def should_exit(self, value):
        if value and self._serving is not None:
            self._serving.stop()


class _Request(WebRequest):
    def start(self, status, headers):
        own = [(b'date', formatdate(usegmt=True).encode())] + ([(b'server', b'uvicorn')] if self.server.server_name else [])
        super().start(status, [*own, *headers])

    def capitals(self, name):
        return name

    def fail(self):
        if self.has_started:
            self.client.close()
        else:
            self.is_kept = False
            self.start(500, [(b'content-type', b'text/plain; charset=utf-8'), (b'content-length', b'21')])
            self.write(b'Internal Server Error')
            self.finish()


class _Socket(WebSocketProtocol):
    def fail(self):
        if self.state == self.CONNECTING:
            self.refuse(500, 'Internal Server Error')
        else:
            self.client.close()


class _Serving(AsgiServer):
    request_type, socket_type = _Request, _Socket

    def __init__(self, config, owner):
        self.config, self.owner = config, owner
        host = config.host.replace(':', r'\:')
        super().__init__(
            config.loaded_app, endpoints=[f'unix:{config.uds}' if config.uds else f'tcp:port={config.port}:interface={host}'],
            root_path=config.root_path, server_name='uvicorn' if config.server_header else '', ping_interval=config.ws_ping_interval,
            ping_timeout=config.ws_ping_timeout, websocket_timeout=-1, websocket_connect_timeout=-1,
            action_logger=_tell if config.access_log else None)

    # What Daphne says of itself, in other words.

    def tell(self, text, *args):
        pass

    def tell_failure(self, endpoint, exc):
        cause = exc.__cause__
        _log.error("[Errno %d] error while attempting to bind on address ('%s', %d): %s", cause.errno, self.config.host, self.config.port,
                   'address already in use' if cause.errno == 98 else cause.strerror.lower())

    def listening(self):
        self.owner.started = True
        config = self.config
        where = f'unix socket {config.uds}' if config.uds else f'http://{config.host}:{self.listening_addresses[0][1]}'
        _log.info('Uvicorn running on %s (Press CTRL+C to quit)', where)

    async def stopping(self):
        if self.owner.started:
            _log.info('Shutting down')
        await super().stopping()

    # Applications.

    def notice(self, protocol, task):
        """At once, and also when an application ended without an answer."""
        exc = None if task.cancelled() else task.exception()
        is_silent = not self.has_answered(protocol) and not task.cancelled()
        if exc is not None:
            _log.error('Exception in ASGI application\n', exc_info=exc)
        elif is_silent:
            what = 'completing response' if isinstance(protocol, WebRequest) else 'sending handshake'
            _log.error('ASGI callable returned without %s.', what)
        if self.is_connected(protocol) and (exc is not None or is_silent):
            protocol.fail()
        self.told(protocol)

    @staticmethod
    def has_answered(protocol):
        return protocol.is_over if isinstance(protocol, WebRequest) else protocol.state != protocol.CONNECTING


def _tell(protocol, action, details):
    if protocol == 'http':
        status = details['status']
        phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else ''
        _access.info('%s - "%s %s HTTP/%s" %d %s', details['client'], details['method'], details['path'], details['version'], status, phrase)
        return
    host, _, port = details['client'].rpartition(':')
    who = f"('{host}', {port})"
    if action in ('connected', 'rejected'):
        _log.info('%s - "WebSocket %s" %s', who, details['path'], '[accepted]' if action == 'connected' else '403')
    text = {'connected': 'open', 'rejected': 'rejected (403 Forbidden)', 'disconnected': 'closed'}.get(action)
    if text is not None:
        _log.info('connection %s', text)
