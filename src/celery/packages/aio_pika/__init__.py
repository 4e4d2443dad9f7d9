"""A client of RabbitMQ for asyncio: aio_pika 9."""
from . import abc, exceptions, patterns, pool
from .abc import DeliveryMode, ExchangeType
from .channel import Channel, RobustChannel
from .connection import Connection, connect
from .exceptions import AMQPException, MessageProcessError
from .exchange import Exchange, RobustExchange
from .message import IncomingMessage, Message
from .queue import Queue, RobustQueue
from .robust_connection import RobustConnection, connect_robust

__all__ = (
    'AMQPException', 'Channel', 'Connection', 'DeliveryMode', 'Exchange', 'ExchangeType', 'IncomingMessage', 'Message',
    'MessageProcessError', 'Queue', 'RobustChannel', 'RobustConnection', 'RobustExchange', 'RobustQueue', '__version__', 'abc', 'connect',
    'connect_robust', 'patterns', 'pool')

__version__ = '9.5.8'
