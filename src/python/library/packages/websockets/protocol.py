"""What a connection can be in."""

from enum import IntEnum


class State(IntEnum):
    CONNECTING, OPEN, CLOSING, CLOSED = range(4)
