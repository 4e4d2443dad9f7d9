"""How a session reaches hosts: a pool of connections for each."""

import socket
import ssl

import _wire
from .exceptions import ConnectionError, ConnectTimeout, ReadTimeout, SSLError

DEFAULT_POOLSIZE = 10


class BaseAdapter:
    def close(self):
        pass


class HTTPAdapter(BaseAdapter):
    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=0, pool_block=False):
        self.max_retries = max_retries
        self._idle = {}
        self._size = pool_maxsize
        self._pool = _wire.Pool('HTTPAdapter', per_host=pool_maxsize, is_fair=True) if pool_block else None

    def _retries(self):
        return getattr(self.max_retries, 'total', self.max_retries) or 0

    def open(self, place, timeout, verify, asked):
        """A connected file, an old one if there is one, and whether it is old."""
        idle = self._idle.get(place)
        if idle:
            return idle.pop(), True
        return self._connect(place, timeout, verify, asked), False

    def _connect(self, place, timeout, verify, asked):
        scheme, host, port, is_tls = place
        for tries in range(self._retries() + 1):
            try:
                sock = socket.create_connection((host, port), timeout)
                break
            except TimeoutError as exc:
                if tries == self._retries():
                    raise ConnectTimeout(f"HTTPConnectionPool(host='{host}', port={port}): Max retries exceeded "
                                         f"(Caused by ConnectTimeoutError('Connection to {host} timed out. "
                                         f"(connect timeout={timeout})'))") from exc
                asked.again(exc)
            except OSError as exc:
                if tries == self._retries():
                    raise ConnectionError(f"HTTPConnectionPool(host='{host}', port={port}): Max retries exceeded "
                                          f"(Caused by NewConnectionError('Failed to establish a new connection: {exc}'))") from exc
                asked.again(exc)
        if is_tls:
            context = ssl.create_default_context() if verify is not False else ssl._create_unverified_context()
            try:
                sock = context.wrap_socket(sock, server_hostname=host)
            except ssl.SSLError as exc:
                raise SSLError(f"HTTPSConnectionPool(host='{host}', port={port}): Max retries exceeded (Caused by {exc!r})") from exc
        return sock, sock.makefile('rb')

    def give_back(self, place, connection, asked):
        self._leave(asked)
        idle = self._idle.setdefault(place, [])
        if len(idle) < self._size:
            idle.append(connection)
        else:
            self._close(connection)

    def drop(self, connection, asked):
        self._leave(asked)
        self._close(connection)

    def _leave(self, asked):
        if self._pool is not None:
            self._pool.leave_blocking(asked)

    def _close(self, connection):
        for part in connection[::-1]:
            part.close()

    def close(self):
        for idle in self._idle.values():
            for connection in idle:
                self._close(connection)
        self._idle.clear()

    def send(self, request, stream=False, timeout=None, verify=True, **unused):
        """Sends the request and reads the head of the answer: (asked, connection, place, version, status, reason, headers)."""
        asked = _wire.Asked(request.method, request.url, self._pool)
        if self._pool is not None:
            self._pool.enter_blocking(asked, _wire.place_of(request.url))
        try:
            connection, place, head = self._exchange(request, timeout, verify, asked)
        except BaseException as exc:
            asked.failed(exc)
            self._leave(asked)
            raise
        asked.answered(*head[1:3])
        return asked, connection, place, *head

    def _exchange(self, request, timeout, verify, asked):
        connect_timeout, read_timeout = timeout if isinstance(timeout, tuple) else (timeout, timeout)
        place = _wire.place_of(request.url)
        while True:
            connection, is_old = self.open(place, connect_timeout, verify, asked)
            sock, file = connection
            sock.settimeout(read_timeout)
            try:
                sock.sendall(_wire.request_bytes(request.method, request.url, request.headers, request.body or b''))
                head = _wire.drive(_wire.read_response_head(), file)
                return connection, place, head
            except TimeoutError as exc:
                self._close(connection)
                raise ReadTimeout(f"HTTPConnectionPool(host='{place[1]}', port={place[2]}): Read timed out. "
                                  f"(read timeout={read_timeout})", request=request) from exc
            except (OSError, _wire.Ended, _wire.BadMessage) as exc:
                self._close(connection)
                if is_old:
                    continue
                cause = exc if isinstance(exc, OSError) else 'RemoteDisconnected(\'Remote end closed connection without response\')'
                raise ConnectionError(f"('Connection aborted.', {cause if isinstance(cause, str) else repr(cause)})",
                                      request=request) from exc
