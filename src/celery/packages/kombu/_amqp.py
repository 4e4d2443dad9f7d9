"""A connection with RabbitMQ, which itself knows what goes where."""
from collections import deque

import _amqp
import _amqp_errors
from amqp import exceptions

#: What a client asks for is called in what the server answers.
_METHODS = {
    'exchange_declare': ('Exchange.declare', (40, 10)), 'exchange_delete': ('Exchange.delete', (40, 20)),
    'exchange_bind': ('Exchange.bind', (40, 30)), 'exchange_unbind': ('Exchange.unbind', (40, 40)),
    'queue_declare': ('Queue.declare', (50, 10)), 'queue_bind': ('Queue.bind', (50, 20)), 'queue_purge': ('Queue.purge', (50, 30)),
    'queue_delete': ('Queue.delete', (50, 40)), 'queue_unbind': ('Queue.unbind', (50, 50)), 'qos': ('Basic.qos', (60, 10)),
    'consume': ('Basic.consume', (60, 20)), 'cancel': ('Basic.cancel', (60, 30)), 'publish': ('Basic.publish', (60, 40)),
    'get': ('Basic.get', (60, 70)), 'ack': ('Basic.ack', (60, 80)), 'recover': ('Basic.recover', (60, 110)),
    'confirm_select': ('Confirm.select', (85, 10)), 'connect': ('Connection.open', (10, 40)), 'log in': ('', (0, 0)),
}

#: Seconds: the server asks for no more.
_HEARTBEAT = 60


class AmqpLink:
    """What the server says is taken in here, and given to the channel that it is for."""

    connection_errors = (exceptions.ConnectionError, OSError)
    recoverable_connection_errors = (exceptions.RecoverableConnectionError, OSError)
    channel_errors = (exceptions.ChannelError,)
    recoverable_channel_errors = (exceptions.RecoverableChannelError,)

    def __init__(self, address, options, heartbeat=0, timeout=5):
        self._heartbeat = heartbeat or 0
        self._timeout = timeout
        self._address = address
        self._options = options
        self._impl = None
        self._channels = {}
        self._arrived = deque()
        self.is_open = False

    def connect(self):
        address = self._address
        if address.hostname == 'localhost':
            address.hostname = '127.0.0.1'
        try:
            self._impl = _amqp.Connection(
                address.hostname, address.port, address.virtual_host, address.userid, address.password,
                int(min(self._heartbeat, _HEARTBEAT)), self._timeout)
        except _amqp_errors.ConnectionClosed as error:
            raise _refusal(error, 'connect' if error.code == 530 else 'log in', exceptions.ConnectionError) from None
        self.is_open = True

    def channel(self):
        from ._amqp_channel import AmqpChannel
        number = next(n for n in range(1, 65536) if n not in self._channels)
        self._impl.open_channel(number)
        self._channels[number] = channel = AmqpChannel(self, number)
        if self._options.get('confirm_publish'):
            channel.confirm_select()
        return channel

    def descriptors(self):
        """Of what is readable when something has come."""
        return [self._impl.fileno()]

    def ask(self, name, number, *args):
        """What is answered at once."""
        self._check()
        try:
            return getattr(self._impl, name)(number, *args)
        except _amqp_errors.ChannelClosed as error:
            if error.code == 0:
                raise exceptions.RecoverableConnectionError('connection already closed') from None
            self.forget(number)
            raise _refusal(error, name, exceptions.ChannelError) from None
        except _amqp_errors.ConnectionClosed as error:
            self._end()
            raise _refusal(error, name, exceptions.ConnectionError) from None
        except _amqp_errors.ConnectionLost:
            self._end()
            raise _lost() from None

    def tell(self, name, number, *args):
        """What is not answered."""
        self._check()
        getattr(self._impl, name)(number, *args)

    def works(self, count):
        """So many tasks are in hand that the server knows nothing of any more."""
        self._impl.works(count)

    def number(self, number, tag):
        return self._impl.number(number, tag)

    def hear(self):
        """Takes in all that the server has said; whether somebody has been told of it."""
        heard = False
        while self.is_open and (event := self._impl.next_event()) is not None:
            kind, *rest = event
            if kind == 'closed':
                self._end()
                code, text = rest
                raise _lost() if code == 0 else exceptions.error_for_code(code, text, (0, 0), exceptions.ConnectionError)
            number, *rest = rest
            if kind == 'deliver':
                self._arrived.append((number, rest))
            elif number in self._channels:
                heard = True
                self._channels[number].hear(kind, rest)
        return heard

    def drain(self, number=None):
        """Gives one message to whom it is for; whether there was any, or another word for somebody. `number`: of that channel only."""
        heard = self.hear()
        for event in self._arrived:
            if number in (None, event[0]):
                self._arrived.remove(event)
                self._channels[event[0]].deliver(event[1])
                return True
        return heard

    def wait(self):
        """Until something has come."""
        self._impl.wait()

    def forget(self, number):
        """That channel is closed, and what has come for it is the server's again."""
        self._channels.pop(number, None)
        self._arrived = deque(event for event in self._arrived if event[0] != number)

    def close(self):
        """The server takes back what is not acknowledged."""
        if self._impl is not None:
            self._impl.close()
        self._end()

    def _check(self):
        if not self.is_open:
            raise exceptions.RecoverableConnectionError('connection already closed')

    def _end(self):
        self.is_open = False
        self._channels.clear()
        self._arrived.clear()


def _refusal(error, name, kind):
    method, signature = _METHODS[name]
    return exceptions.error_for_code(error.code, error.text, signature, kind, method)


def refused_later(code, text):
    """Of what was not answered: the server does not say of which."""
    method, signature = _METHODS['ack' if 'delivery tag' in text else 'publish']
    return exceptions.error_for_code(code, text, signature, exceptions.ChannelError, method)


def _lost():
    return ConnectionResetError(104, 'Connection reset by peer')
