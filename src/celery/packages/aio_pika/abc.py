"""Names for what is passed about."""
from enum import Enum, IntEnum


class DeliveryMode(IntEnum):
    NOT_PERSISTENT = 1
    PERSISTENT = 2


class ExchangeType(str, Enum):
    FANOUT = 'fanout'
    DIRECT = 'direct'
    TOPIC = 'topic'
    HEADERS = 'headers'
    X_DELAYED_MESSAGE = 'x-delayed-message'
    X_CONSISTENT_HASH = 'x-consistent-hash'
    X_MODULUS_HASH = 'x-modulus-hash'


class AbstractMessage:
    pass


class AbstractIncomingMessage(AbstractMessage):
    pass


class AbstractProcessContext:
    pass


class AbstractQueue:
    pass


class AbstractQueueIterator:
    pass


class AbstractExchange:
    pass


class AbstractChannel:
    pass


class AbstractConnection:
    pass


class AbstractRobustQueue(AbstractQueue):
    pass


class AbstractRobustExchange(AbstractExchange):
    pass


class AbstractRobustChannel(AbstractChannel):
    pass


class AbstractRobustConnection(AbstractConnection):
    pass
