"""Talks to applications as a server would, from tests."""

from asgiref.testing import ApplicationCommunicator

from .http import HttpCommunicator
from .websocket import WebsocketCommunicator

__all__ = ['ApplicationCommunicator', 'ChannelsLiveServerTestCase', 'HttpCommunicator', 'WebsocketCommunicator']


def __getattr__(name):
    if name == 'ChannelsLiveServerTestCase':
        from django.test import LiveServerTestCase

        # It needs a browser, and says so.
        return type(name, (LiveServerTestCase,), {'__module__': __name__})
    raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
