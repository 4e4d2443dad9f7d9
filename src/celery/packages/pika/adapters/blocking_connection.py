"""A connection whose calls wait for their answers. What the server says meanwhile reaches callbacks only in here."""
import time

import _amqp
import _amqp_errors

from pika import exceptions
from pika.adapters._blocking_channel import BlockingChannel
from pika.adapters._closable import Closable
from pika.connection import ConnectionParameters


class BlockingConnection(Closable):
    def __init__(self, parameters=None, _impl_class=None):
        several = parameters if isinstance(parameters, (list, tuple)) else [parameters or ConnectionParameters()]
        self._parameters = several[-1]
        self._channels = {}
        self._timers = []
        self._callbacks = []
        self._closing_reason = None
        self._impl = self._connect(several)

    def _connect(self, several):
        attempts = max(one.connection_attempts for one in several)
        for attempt in range(attempts):
            for one in several:
                self._parameters = one
                try:
                    return _amqp.Connection(
                        one.host, one.port, one.virtual_host, one.credentials.username, one.credentials.password,
                        60 if one.heartbeat is None else int(one.heartbeat), one.socket_timeout)
                except (ConnectionRefusedError, TimeoutError) as error:
                    last = exceptions.AMQPConnectionError(exceptions.AMQPConnectorSocketConnectError(error))
                except _amqp_errors.ConnectionClosed as error:
                    closed = exceptions.ConnectionClosedByBroker(error.code, error.text)
                    kind = exceptions.ProbableAuthenticationError if error.code == 403 else exceptions.ProbableAccessDeniedError
                    last = kind(closed)
            if attempt + 1 < attempts:
                time.sleep(self._parameters.retry_delay)
        raise last from None

    def __repr__(self):
        state = 'OPEN' if self.is_open else 'CLOSED'
        return f'<BlockingConnection impl=<SelectConnection {state} params={self._parameters!r}>>'

    basic_nack_supported = consumer_cancel_notify_supported = exchange_exchange_bindings_supported = True
    publisher_confirms_supported = True

    def channel(self, channel_number=None):
        if self.is_closed:
            raise exceptions.ConnectionWrongStateError(f'Channel allocation requires an open connection: {self!r}')
        self._drain()
        self._raise_if_closed()
        if channel_number is None:
            channel_number = next(n for n in range(1, 65536) if n not in self._channels)
        self._impl.open_channel(channel_number)
        channel = BlockingChannel(self, channel_number)
        self._channels[channel_number] = channel
        return channel

    def close(self, reply_code=200, reply_text='Normal shutdown'):
        if self.is_closed:
            raise exceptions.ConnectionWrongStateError(
                f'BlockingConnection.close({reply_code}, {reply_text!r}) called on closed connection.')
        for channel in list(self._channels.values()):
            channel._closed(exceptions.ChannelClosedByClient(reply_code, reply_text))
        self._impl.close()
        self._closing_reason = exceptions.ConnectionClosedByClient(reply_code, reply_text)

    def process_data_events(self, time_limit=0):
        """Calls back for what has come, or for the first that comes in so many seconds; None: however long that takes."""
        self._raise_if_closed()
        if not self._dispatch():
            self._wait(time_limit)
            self._dispatch()
        self._raise_if_closed()

    def sleep(self, duration):
        until = time.monotonic() + duration
        while True:
            self.process_data_events(max(0, until - time.monotonic()))
            if time.monotonic() >= until:
                return

    def call_later(self, delay, callback):
        timer = (time.monotonic() + delay, callback)
        self._timers.append(timer)
        return timer

    def remove_timeout(self, timeout_id):
        self._timers = [timer for timer in self._timers if timer is not timeout_id]

    def add_callback_threadsafe(self, callback):
        if self.is_closed:
            raise exceptions.ConnectionWrongStateError('BlockingConnection.add_callback_threadsafe() called on closed or closing connection.')
        self._callbacks.append(callback)
        self._impl.wake()

    def _raise_if_closed(self):
        if self._closing_reason is not None:
            raise self._closing_reason

    def _wait(self, time_limit):
        """Until there is an event, a timer is due, or so many seconds have passed."""
        limits = [] if time_limit is None else [time_limit]
        limits += [max(0, due - time.monotonic()) for due, _ in self._timers]
        self._impl.wait(min(limits) if limits else None)

    def _drain(self):
        """Each event goes to its channel; whether there were any. Nothing is called back."""
        heard = False
        while (event := self._impl.next_event()) is not None:
            heard = True
            kind, number, *rest = event
            if kind == 'closed':
                self._lost(number, *rest)
            elif number in self._channels:
                self._channels[number]._hear(kind, *rest)
        return heard

    def _lost(self, code, text):
        if code == 0:
            reason = exceptions.StreamLostError(f"Stream connection lost: ConnectionResetError(104, {text!r})")
        else:
            reason = exceptions.ConnectionClosedByBroker(code, text)
        for channel in list(self._channels.values()):
            channel._closed(reason)
        self._closing_reason = reason

    def _dispatch(self):
        """Whether anything has happened."""
        heard = self._drain()
        due = [timer for timer in self._timers if timer[0] <= time.monotonic()]
        self._timers = [timer for timer in self._timers if timer not in due]
        calls = [callback for _, callback in sorted(due, key=lambda timer: timer[0])] + self._callbacks
        self._callbacks = []
        for callback in calls:
            callback()
        called = [channel._dispatch() for channel in list(self._channels.values())]
        return heard or bool(calls) or any(called)
