"""Signals: something happened, and whoever wants to know is called."""

import logging
import weakref

logger = logging.getLogger('django.dispatch')


def _ident(target):
    return (id(target.__self__), id(target.__func__)) if hasattr(target, '__func__') else id(target)


class Signal:
    """Receivers are functions that take `sender` and keyword arguments. They are held weakly unless `weak=False`."""

    def __init__(self, providing_args=None, use_caching=False):
        self.receivers = []
        self.use_caching = use_caching

    def connect(self, receiver, sender=None, weak=True, dispatch_uid=None):
        if not callable(receiver):
            raise TypeError('Signal receivers must be callable.')
        key = (dispatch_uid or _ident(receiver), None if sender is None else id(sender))
        if any(known == key for known, _, _ in self.receivers):
            return
        is_async = _is_async(receiver)
        self.receivers.append((key, _held(receiver, weak), is_async))

    def disconnect(self, receiver=None, sender=None, dispatch_uid=None):
        key = (dispatch_uid or _ident(receiver), None if sender is None else id(sender))
        left = [item for item in self.receivers if item[0] != key]
        was_there = len(left) < len(self.receivers)
        self.receivers = left
        return was_there

    def has_listeners(self, sender=None):
        return bool(self._live(sender))

    def _live(self, sender):
        """(receiver, whether it is a coroutine function) of those who listen to this sender."""
        found = []
        for (_, of_sender), hold, is_async in list(self.receivers):
            receiver = hold()
            if receiver is not None and of_sender in (None, id(sender)):
                found.append((receiver, is_async))
        self.receivers = [item for item in self.receivers if item[1]() is not None]
        return found

    def send(self, sender, **named):
        """Calls them in the order in which they were connected; the first exception ends it."""
        return [(receiver, self._call(receiver, is_async, sender, named)) for receiver, is_async in self._live(sender)]

    def _call(self, receiver, is_async, sender, named):
        if not is_async:
            return receiver(signal=self, sender=sender, **named)
        from asgiref.sync import async_to_sync

        return async_to_sync(receiver)(signal=self, sender=sender, **named)

    def send_robust(self, sender, **named):
        """An exception is what that receiver answered."""
        responses = []
        for receiver, is_async in self._live(sender):
            try:
                answer = self._call(receiver, is_async, sender, named)
            except Exception as error:
                logger.error('Error calling %s in Signal.send_robust() (%s)', receiver.__qualname__, error, exc_info=error)
                answer = error
            responses.append((receiver, answer))
        return responses

    async def asend(self, sender, **named):
        from asgiref.sync import sync_to_async

        responses = []
        for receiver, is_async in self._live(sender):
            call = receiver if is_async else sync_to_async(receiver)
            responses.append((receiver, await call(signal=self, sender=sender, **named)))
        return responses


def _is_async(receiver):
    from asgiref.sync import iscoroutinefunction

    return iscoroutinefunction(receiver)


def _held(receiver, weak):
    if not weak:
        return lambda: receiver
    return weakref.WeakMethod(receiver) if hasattr(receiver, '__func__') else weakref.ref(receiver)


def receiver(signal, **kwargs):
    """A decorator: the function listens to the signal, or to several."""
    def connect(function):
        for one in signal if isinstance(signal, (list, tuple)) else [signal]:
            one.connect(function, **kwargs)
        return function

    return connect
