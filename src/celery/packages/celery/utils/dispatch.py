"""Signals: whoever has connected is called when one is sent."""
import logging

logger = logging.getLogger('celery.utils.dispatch')


class Signal:
    """`providing_args`: what its receivers are given by name, beside `signal` and `sender`."""

    def __init__(self, providing_args=None, name=None):
        self.providing_args = set(providing_args or ())
        self.name = name
        #: For each its key, whose signals it wants (None: everybody's), and the receiver itself.
        self.receivers = []

    def connect(self, *args, **options):
        """Of a receiver; or a decorator, with or without options."""
        if args and callable(args[0]):
            return self._connect(*args, **options)
        return lambda receiver: self._connect(receiver, *args, **options)

    def _connect(self, receiver, sender=None, weak=True, dispatch_uid=None, retry=False):
        key = _key(receiver, sender, dispatch_uid)
        if all(known != key for known, _, _ in self.receivers):
            self.receivers.append((key, sender, receiver))
        return receiver

    def disconnect(self, receiver=None, sender=None, weak=None, dispatch_uid=None):
        """True: it was connected."""
        key = _key(receiver, sender, dispatch_uid)
        left = [one for one in self.receivers if one[0] != key]
        found = len(left) < len(self.receivers)
        self.receivers[:] = left
        return found

    def has_listeners(self, sender=None):
        return any(_wants(wanted, sender) for _, wanted, _ in self.receivers)

    def send(self, sender, **named):
        """Gives each receiver with what it returned, or with what it raised, which stops nobody else."""
        responses = []
        for _, wanted, receiver in list(self.receivers):
            if not _wants(wanted, sender):
                continue
            try:
                response = receiver(signal=self, sender=sender, **named)
            except Exception as error:
                logger.exception('Signal handler %r raised: %r', receiver, error)
                response = error
            responses.append((receiver, response))
        return responses

    send_robust = send

    def __repr__(self):
        return f'<Signal: {self.name} providing_args={self.providing_args!r}>'


def _identity(one):
    """Names by their text, everything else as the object that it is."""
    while hasattr(one, '_get_current_object'):
        one = one._get_current_object()
    return one if isinstance(one, (str, bytes)) else id(one)


def _key(receiver, sender, dispatch_uid):
    of = dispatch_uid if dispatch_uid else (id(getattr(receiver, '__self__', None)), id(getattr(receiver, '__func__', receiver)))
    return of, None if sender is None else _identity(sender)


def _wants(wanted, sender):
    return wanted is None or _identity(wanted) == _identity(sender)
