"""The package websockets, as far as lectures use it: over simulated sockets, in words of our own."""

from . import asyncio, exceptions
from .asyncio.client import connect
from .asyncio.server import serve
from .exceptions import (ConcurrencyError, ConnectionClosed, ConnectionClosedError, ConnectionClosedOK, InvalidHandshake, InvalidHeader,
                         InvalidMessage, InvalidStatus, InvalidUpgrade, InvalidURI, NegotiationError, WebSocketException)

__version__ = '15.0.1'
