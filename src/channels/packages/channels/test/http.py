"""The name that the client of sockets had at first."""
from .websocket import WSClient as HttpClient
