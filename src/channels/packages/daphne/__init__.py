"""Daphne, the protocol server of Channels, over simulated sockets and in words of our own: for ASGI 3 and for the channel layers of 1.x."""

__version__ = '4.2.2'

default_app_config = 'daphne.apps.DaphneConfig'
