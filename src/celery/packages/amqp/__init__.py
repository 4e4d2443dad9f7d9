"""What Kombu knows py-amqp for: the errors of AMQP by number, and a message that has come back."""
from .basic_message import Message

__version__ = '5.3.1'
