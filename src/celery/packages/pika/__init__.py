"""A client of RabbitMQ: the blocking connection of pika 1."""
from pika import adapters, credentials, exceptions, spec
from pika.adapters.blocking_connection import BlockingConnection
from pika.connection import ConnectionParameters, URLParameters
from pika.credentials import PlainCredentials
from pika.delivery_mode import DeliveryMode
from pika.exchange_type import ExchangeType
from pika.spec import BasicProperties

__version__ = '1.3.2'
