"""What tests of 1.x use."""
from .base import ChannelTestCase, Client, TransactionChannelTestCase, apply_routes
from .http import HttpClient
from .websocket import WSClient
