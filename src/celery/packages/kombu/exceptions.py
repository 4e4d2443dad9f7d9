"""What goes wrong between a program and its broker."""


class KombuError(Exception):
    """All of them."""


class OperationalError(KombuError):
    """The broker is not there, or has gone."""


class SerializationError(KombuError):
    """A message cannot be made or read."""


class EncodeError(SerializationError):
    """It holds what its format has no words for."""


class DecodeError(SerializationError):
    """It is not in the format that it says."""


class MessageStateError(KombuError):
    """A message has been acknowledged or given back before."""


class ContentDisallowed(SerializationError):
    """Its format is not among those that are read."""
