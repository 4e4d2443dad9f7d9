"""Opening a WebSocket from a thread."""

import socket
import ssl as _ssl

import _wire
from .._handshake import USER_AGENT, Handshake, no_response
from .connection import Connection


class ClientConnection(Connection):
    is_client = True


def connect(uri, *, sock=None, ssl=None, server_hostname=None, origin=None, extensions=None, subprotocols=None, compression='deflate',
            additional_headers=None, user_agent_header=USER_AGENT, proxy=True, open_timeout=10, ping_interval=None, ping_timeout=20,
            close_timeout=10, max_size=2 ** 20, max_queue=16, logger=None, create_connection=None, **transport):
    """The connection; it can be entered. Times are in seconds. DIVERGES: no pings of its own."""
    handshake = Handshake(uri, origin, subprotocols, additional_headers, user_agent_header)
    _, host, port, is_tls = handshake.place
    transport.setdefault('timeout', open_timeout)
    sock = sock or socket.create_connection((transport.pop('host', host), transport.pop('port', port)), **transport)
    try:
        if is_tls:
            sock = (ssl or _ssl.create_default_context()).wrap_socket(sock, server_hostname=server_hostname or host)
        sock.settimeout(open_timeout)
        file = sock.makefile('rb')
        sock.sendall(handshake.request_bytes())
        response, subprotocol = _wire.drive(handshake.read_response(), file)
    except TimeoutError:
        sock.close()
        raise TimeoutError('timed out while waiting for handshake response') from None
    except (_wire.Ended, OSError):
        sock.close()
        raise no_response() from EOFError('connection closed while reading HTTP status line')
    except BaseException:
        sock.close()
        raise
    sock.settimeout(None)
    connection = ClientConnection(sock, file, request=handshake.request, response=response, close_timeout=close_timeout, max_size=max_size)
    connection.subprotocol = subprotocol
    return connection
