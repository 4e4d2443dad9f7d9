"""What a client asked for, as both kinds of server need it."""

from urllib.parse import unquote

import _wire


class Request:
    """A request's line and headers, taken apart. Its body is added as it is read."""

    def __init__(self, head, client, server):
        self.client, self.server = client, server
        self.method, target, version, self.wire_headers = head
        self.version = version.removeprefix('HTTP/')
        self.target = target.encode('latin-1')
        self.raw_path, _, self.query_string = self.target.partition(b'?')
        self.body = b''
        pairs = [(name.lower().encode('latin-1'), value.encode('latin-1')) for name, value in self.wire_headers.items()]
        self.root_path = server.root_path
        self.headers = []
        for name, value in pairs:
            if name == b'daphne-root-path':
                self.root_path = unquote(value.decode('latin-1'))
            elif b'_' not in name:
                self.headers.append((name, value))
        self.scheme = 'http'
        self.client_address = self._forwarded() or client.address

    path = property(lambda self: unquote(self.raw_path.decode('ascii')))
    is_ascii = property(lambda self: self.target.isascii())
    is_upgrade = property(lambda self: self.header(b'upgrade').lower() == b'websocket')
    # As lines of a log name the client.
    client_name = property(lambda self: '%s:%s' % tuple(self.client_address))

    @property
    def server_address(self):
        own = self.client.transport.get_extra_info('sockname')
        return [own[0], own[1]] if isinstance(own, tuple) else [own, None]

    def header(self, name):
        """The last value of this (lower-case) name, or b''."""
        return dict(self.headers).get(name, b'')

    def is_kept(self):
        """Whether the client wants the connection to stay open."""
        return _wire.is_kept(f'HTTP/{self.version}', self.wire_headers)

    def _forwarded(self):
        """The address that a proxy says the client has, if the server believes proxies."""
        server = self.server
        if not server.proxy_forwarded_address_header:
            return None
        address = self.header(server.proxy_forwarded_address_header.lower().encode()).decode('latin-1').split(',')[0].strip()
        proto = self.header((server.proxy_forwarded_proto_header or '').lower().encode()).decode('latin-1').split(',')[0].strip()
        if proto:
            self.scheme = proto
        if not address:
            return None
        port = 0
        if address.count(':') == 1 or address.startswith('['):
            address, _, port_text = address.rpartition(':') if not address.endswith(']') else (address, '', '0')
            address, port = address.strip('[]'), int(port_text)
        if server.proxy_forwarded_port_header:
            given = self.header(server.proxy_forwarded_port_header.lower().encode()).decode('latin-1').split(',')[0].strip()
            port = int(given) if given.isdigit() else port
        return [address, port]
