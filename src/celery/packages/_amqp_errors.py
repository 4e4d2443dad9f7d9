"""What `_amqp` raises, and how it has moments."""
import datetime
import socket


class Closed(Exception):
    """`code` as of AMQP, `text` as the server words it."""

    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code
        self.text = text


class ChannelClosed(Closed):
    """The server has closed the channel; code 0: it was closed already."""


class ConnectionClosed(Closed):
    """The server has closed the connection."""


class ConnectionLost(Closed):
    """The server is gone."""


def unknown_host():
    return socket.gaierror(socket.EAI_NONAME, 'Name or service not known')


def time_of(seconds):
    return datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=seconds)


def seconds_of(value):
    """None: it is no moment."""
    if not isinstance(value, datetime.datetime):
        return None
    if value.tzinfo is not None:
        value = value.astimezone(datetime.timezone.utc).replace(tzinfo=None)
    return int((value - datetime.datetime(1970, 1, 1)).total_seconds())
