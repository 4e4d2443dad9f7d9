"""The server of ASGI 3: each request and each socket has an instance of the application, a task that it talks with."""

import asyncio
import functools
import logging

from .replies import reply
from .server import BaseServer
from .ticks import Ticks

_log = logging.getLogger('daphne.server')

# Seconds between two looks at how applications have ended.
CHECK_INTERVAL = 1
# Bytes of a body in one event.
REQUEST_BUFFER_SIZE = 8192


class Instance:
    """A running application and what it is still to be told. Exists until both it and its connection are over."""

    def __init__(self, task, events):
        self.task, self.events = task, events
        self.is_connected = True
        # Its end has been dealt with.
        self.is_told = False
        # When it will be killed, once its client is gone.
        self.timer = None


class Server(BaseServer):
    CONFIGURING = 'Configuring endpoint %s'
    TELLS_ADDRESSES = True

    def __init__(self, application, *, application_close_timeout=10, **options):
        super().__init__(**options)
        self.application = application
        self.application_close_timeout = application_close_timeout
        self._instances = {}
        self._checks = None

    def started(self):
        self._checks = Ticks(self.loop, CHECK_INTERVAL)

    async def stopping(self):
        """Ends all applications, and waits until they have."""
        running = [instance.task for instance in self._instances.values() if not instance.task.done()]
        for task in running:
            task.cancel()
        if running:
            _log.info('Killed %i pending application instances', len(running))
            await asyncio.gather(*running, return_exceptions=True)

    # What clients do.

    def http_arrived(self, web_request):
        request = web_request.request
        events = self._start(web_request, {
            'type': 'http', 'http_version': request.version, 'method': request.method, 'path': request.path, 'raw_path': request.raw_path,
            'root_path': request.root_path, 'scheme': request.scheme, 'query_string': request.query_string, 'headers': request.headers,
            'client': request.client_address, 'server': request.server_address,
        }, f'{request.method} {request.path}')
        body = request.body
        for at in range(0, len(body) or 1, REQUEST_BUFFER_SIZE):
            end = at + REQUEST_BUFFER_SIZE
            events.put_nowait({'type': 'http.request', 'body': body[at:end], 'more_body': end < len(body)})

    def http_gone(self, web_request):
        self._disconnected(web_request, {'type': 'http.disconnect'})

    def ws_connecting(self, socket):
        request = socket.request
        events = self._start(socket, {
            'type': 'websocket', 'path': request.path, 'raw_path': request.raw_path, 'root_path': request.root_path,
            'scheme': 'ws', 'headers': request.headers, 'query_string': request.query_string, 'client': request.client_address,
            'server': request.server_address, 'subprotocols': list(socket.subprotocols),
        }, f'WebSocket {request.path}')
        events.put_nowait({'type': 'websocket.connect'})

    def ws_frame(self, socket, text, data):
        event = {'type': 'websocket.receive', 'bytes': data} if text is None else {'type': 'websocket.receive', 'text': text}
        instance = self._instances.get(socket)
        if instance is not None:
            instance.events.put_nowait(event)

    def ws_gone(self, socket, code, reason):
        self._disconnected(socket, {'type': 'websocket.disconnect', 'code': code, 'reason': reason})

    # The applications.

    def _start(self, protocol, scope, name):
        events = asyncio.Queue()
        scope['asgi'] = {'version': '3.0'}
        coroutine = self.application(scope, events.get, functools.partial(self._handle_reply, protocol))
        task = self.loop.create_task(coroutine, name=name)
        self._instances[protocol] = Instance(task, events)
        task.add_done_callback(functools.partial(self._ended, protocol))
        return events

    def _disconnected(self, protocol, event):
        instance = self._instances.get(protocol)
        if instance is None:
            return
        instance.is_connected = False
        if instance.is_told:
            del self._instances[protocol]
        elif not instance.task.done():
            instance.events.put_nowait(event)
            limit = self.loop.time() + self.application_close_timeout
            instance.timer = self._checks.call_after(limit, self._kill, protocol)

    def _kill(self, protocol):
        task = self._instances[protocol].task
        _log.warning('Application instance %r for connection %r took too long to shut down and was killed.', task, protocol)
        task.cancel()

    def _ended(self, protocol, task):
        instance = self._instances[protocol]
        if instance.timer is not None:
            instance.timer.cancel()
        self.notice(protocol, task)

    def notice(self, protocol, task):
        """An application has ended. What it raised is seen at the next look."""
        exc = None if task.cancelled() else task.exception()
        if exc is None:
            self.told(protocol)
        else:
            self._checks.call_after(self.loop.time(), self._failed, protocol, exc)

    def _failed(self, protocol, exc):
        _log.error('Exception inside application: %s', exc, exc_info=exc)
        if self.is_connected(protocol):
            protocol.fail()
        self.told(protocol)

    def is_connected(self, protocol):
        return self._instances[protocol].is_connected

    def told(self, protocol):
        """The end of its application has been dealt with."""
        self._instances[protocol].is_told = True
        if not self.is_connected(protocol):
            del self._instances[protocol]

    async def _handle_reply(self, protocol, message):
        instance = self._instances.get(protocol)
        # To nobody who still listens: lost.
        if instance is not None and instance.is_connected:
            reply(protocol, message)
