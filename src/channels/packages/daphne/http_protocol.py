"""One HTTP request and its answer."""

import asyncio
import logging
import time
import traceback

import _wire

_log = logging.getLogger('daphne.http_protocol')

_PAGE = ('<html><head><title>{status} {title}</title></head>'
         '<body><h1>{status} {title}</h1><p>{text}</p><footer>Daphne</footer></body></html>')


class WebRequest:
    """Written to by the server; over when the answer is complete or the client is gone."""

    def __init__(self, request):
        self.request, self.client, self.server = request, request.client, request.server
        self.over = asyncio.get_running_loop().create_future()
        self.began_at = self.server.loop.time()
        self.time_began = time.time()
        self.status = None
        self.size = 0
        self.is_kept = request.is_kept()
        self._is_chunked = self._has_body = False
        self._timer = None

    has_started = property(lambda self: self.status is not None)
    is_over = property(lambda self: self.over.done())

    def __repr__(self):
        request = self.request
        return (f'<WebRequest at {hex(id(self))} method={request.method} uri={request.target.decode("latin-1")} '
                f'clientproto=HTTP/{request.version}>')

    def process(self):
        if not self.request.is_ascii:
            self.basic_error(400, 'Bad Request', 'Invalid characters in path')
            return
        timeout = self.server.http_timeout
        if timeout is not None:
            self._timer = self.server.looks.call_after(self.began_at + timeout, self._time_out)
        try:
            self.server.http_arrived(self)
        except Exception:
            _log.error(traceback.format_exc())
            self.basic_error(500, 'Internal Server Error', self.server.PROCESSING_ERROR)

    def _time_out(self):
        # DIVERGES from 1.x: there a streaming response that outlives the limit stops the timer loop for good.
        if not self.has_started:
            _log.warning('Application timed out while processing request')
            self.basic_error(503, 'Service Unavailable', self.server.TIMEOUT_ERROR)

    def start(self, status, headers):
        """Sends the head. `headers`: pairs of bytes."""
        self.status = status
        names = {}
        for name, value in headers:
            names.setdefault(name.lower(), []).append(value)
        is_http10 = self.request.version == '1.0'
        self._has_body = self.request.method.upper() != 'HEAD' and status not in (204, 304)
        self._is_chunked = self._has_body and b'content-length' not in names and not is_http10
        if b'content-length' not in names and is_http10:
            self.is_kept = False
        lines = [b'HTTP/%s %d %s' % (self.request.version.encode(), status, _wire.reason_of(status).encode())]
        if self._is_chunked:
            lines.append(b'Transfer-Encoding: chunked')
        if not self.is_kept and not is_http10:
            lines.append(b'Connection: close')
        if self.server.server_name:
            names.setdefault(b'server', [self.server.server_name.encode()])
        lines += [b'%s: %s' % (self.capitals(name), value) for name, values in names.items() for value in values]
        self.client.write(b'\r\n'.join(lines) + b'\r\n\r\n')

    def capitals(self, name):
        """How a header's name is written."""
        return _ODD_CAPITALS.get(name) or b'-'.join(part.capitalize() for part in name.split(b'-'))

    def write(self, data):
        if not isinstance(data, (bytes, bytearray, memoryview)):
            raise TypeError('Data must be bytes')
        if data and self._has_body:
            self.size += len(data)
            self.client.write(b'%x\r\n%b\r\n' % (len(data), data) if self._is_chunked else bytes(data))

    def finish(self):
        """The answer is complete."""
        if self._is_chunked:
            self.client.write(b'0\r\n\r\n')
        self._end()
        target = self.request.target
        self.server.log_action('http', 'complete', {
            'path': target.decode('ascii') if self.request.is_ascii else repr(target), 'status': self.status, 'method': self.request.method, 'version': self.request.version,
            'client': self.request.client_name, 'time_taken': time.time() - self.time_began, 'size': self.size,
        })
        self.server.http_gone(self)

    def connection_lost(self):
        """The client went away."""
        if not self.is_over:
            self._end()
            self.server.http_gone(self)

    def _end(self):
        if self._timer is not None:
            self._timer.cancel()
        self.over.set_result(None)

    def basic_error(self, status, title, text):
        """Answers with a page of the server's own."""
        self.start(status, [(b'Content-Type', b'text/html; charset=utf-8')])
        self.write(_PAGE.format(status=status, title=title, text=text).encode())
        self.finish()

    def fail(self):
        """The application raised. What has begun cannot be taken back: such an answer stays unfinished, as with the real one."""
        if not self.has_started:
            self.basic_error(500, 'Internal Server Error', 'Exception inside application.')


_ODD_CAPITALS = {b'content-md5': b'Content-MD5', b'dnt': b'DNT', b'etag': b'ETag', b'p3p': b'P3P', b'te': b'TE',
                 b'www-authenticate': b'WWW-Authenticate', b'x-xss-protection': b'X-XSS-Protection'}
