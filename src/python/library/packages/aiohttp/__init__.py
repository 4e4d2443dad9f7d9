"""The package aiohttp, as far as lectures use it: over simulated sockets, in words of our own."""

from . import web
from .client import (BasicAuth, ClientResponse, ClientSession, ClientTimeout, ClientWebSocketResponse, CookieJar, DummyCookieJar,
                     FormData, request, TCPConnector)
from .client_exceptions import (ClientConnectionError, ClientConnectionResetError, ClientConnectorCertificateError, ClientConnectorDNSError,
                     ClientConnectorError, ClientConnectorSSLError, ClientError, ClientOSError, ClientPayloadError,
                     ClientResponseError, ClientSSLError, ConnectionTimeoutError, ContentTypeError, InvalidURL,
                     NonHttpUrlClientError, ServerConnectionError, ServerDisconnectedError, ServerTimeoutError,
                     SocketTimeoutError, TooManyRedirects, WSServerHandshakeError)
from .websocket import WebSocketError, WSCloseCode, WSMessage, WSMsgType

__version__ = '3.11.11'
