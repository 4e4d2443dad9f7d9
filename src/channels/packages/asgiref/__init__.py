"""ASGI: between coroutines and plain functions, and the channel layers of its first years."""

__version__ = '3.8.1'
