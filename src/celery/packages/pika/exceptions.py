class AMQPError(Exception):
    def __repr__(self):
        return f'{type(self).__name__}: An unspecified AMQP error has occurred; {self.args}'


class AMQPConnectionError(AMQPError):
    def __repr__(self):
        if len(self.args) == 2:
            return f'{type(self).__name__}: ({self.args[0]}) {self.args[1]}'
        return f'{type(self).__name__}: {self.args}'


class ConnectionOpenAborted(AMQPConnectionError):
    pass


class StreamLostError(AMQPConnectionError):
    pass


class IncompatibleProtocolError(AMQPConnectionError):
    pass


class AuthenticationError(AMQPConnectionError):
    pass


class ProbableAuthenticationError(AMQPConnectionError):
    def __repr__(self):
        return (f'{type(self).__name__}: Client was disconnected at a connection stage indicating a probable authentication error: '
                f'{tuple(repr(arg) for arg in self.args)}')


class ProbableAccessDeniedError(AMQPConnectionError):
    def __repr__(self):
        return (f'{type(self).__name__}: Client was disconnected at a connection stage indicating a probable denial of access to the '
                f'specified virtual host: {tuple(repr(arg) for arg in self.args)}')


class _Closed:
    """Closed for a reason that has a number."""

    def __init__(self, reply_code, reply_text):
        super().__init__(int(reply_code), str(reply_text))

    def __repr__(self):
        return f'{type(self).__name__}: ({self.reply_code}) {self.reply_text!r}'

    @property
    def reply_code(self):
        return self.args[0]

    @property
    def reply_text(self):
        return self.args[1]


class ConnectionClosed(_Closed, AMQPConnectionError):
    pass


class ConnectionClosedByBroker(ConnectionClosed):
    pass


class ConnectionClosedByClient(ConnectionClosed):
    pass


class ConnectionWrongStateError(AMQPConnectionError):
    def __repr__(self):
        return super().__repr__() if self.args else f'{type(self).__name__}: The connection is in wrong state for the requested operation.'


class AMQPChannelError(AMQPError):
    def __repr__(self):
        return f'{type(self).__name__}: {self.args!r}'


class ChannelWrongStateError(AMQPChannelError):
    pass


class ChannelClosed(_Closed, AMQPChannelError):
    pass


class ChannelClosedByBroker(ChannelClosed):
    pass


class ChannelClosedByClient(ChannelClosed):
    pass


class DuplicateConsumerTag(AMQPChannelError):
    def __repr__(self):
        return f'{type(self).__name__}: The consumer tag specified already exists for this channel: {self.args[0]}'


class ConsumerCancelled(AMQPChannelError):
    def __repr__(self):
        return f'{type(self).__name__}: Server cancelled consumer'


class UnroutableError(AMQPChannelError):
    """Of a publish that waits to be confirmed: what came back."""

    def __init__(self, messages):
        super().__init__(f'{len(messages)} unroutable message(s) returned')
        self.messages = messages

    def __repr__(self):
        return f'{type(self).__name__}: {len(self.messages)} unroutable messages returned by broker'


class NackError(AMQPChannelError):
    """Of a publish that waits to be confirmed: a queue refused it."""

    def __init__(self, messages):
        super().__init__(f'{len(messages)} message(s) NACKed')
        self.messages = messages

    def __repr__(self):
        return f'{type(self).__name__}: {len(self.messages)} unroutable messages returned by broker'


class ChannelError(Exception):
    pass


class ReentrancyError(Exception):
    pass


class AMQPConnectorSocketConnectError(Exception):
    """What stands in an AMQPConnectionError when nobody listens there."""

    def __init__(self, exception):
        super().__init__()
        self.exception = exception

    def __repr__(self):
        return f'{type(self).__name__}: {self.exception!r}'
