"""What goes wrong with a Redis server."""


class RedisError(Exception):
    """All of them."""


class ConnectionError(RedisError):
    """The server is not there, or has gone."""


class TimeoutError(RedisError):
    """The server has not answered in time."""


class ResponseError(RedisError):
    """The server has refused the command."""


class DataError(RedisError):
    """A value that cannot be sent."""
