"""A client of Redis, as far as programs commonly use it: texts, lists, hashes, sets, times to live, publish and subscribe."""
from .client import Redis, StrictRedis
from .exceptions import ConnectionError, DataError, RedisError, ResponseError, TimeoutError

from_url = Redis.from_url
