"""A small Kombu: programs and brokers."""
from .connection import Connection
from .entity import Exchange, Queue
from .messaging import Consumer, Producer

__version__ = '5.6.2'
