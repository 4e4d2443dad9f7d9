"""The channel layer of Channels 1.x between processes: their messages and groups lie in a Redis server."""
from .core import RedisChannelLayer
from .local import RedisLocalChannelLayer

__version__ = '1.4.3'
