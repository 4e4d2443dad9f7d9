"""A small client of Redis."""
from .exceptions import ConnectionError, DataError, RedisError, ResponseError, TimeoutError
