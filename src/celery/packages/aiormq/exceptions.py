class AMQPError(Exception):
    reason = 'An unspecified AMQP error has occurred: %s'

    def __repr__(self):
        return f'<{type(self).__name__}: {self.reason % self.args}>'


AMQPException = AMQPError


class AMQPConnectionError(AMQPError):
    reason = 'Connection can not be opened'

    def __repr__(self):
        return f'<{type(self).__name__}: {self.reason % self.args if "%" in self.reason else self.reason}>'


class IncompatibleProtocolError(AMQPConnectionError):
    reason = 'The protocol returned by the server is not supported'


class AuthenticationError(AMQPConnectionError):
    reason = ('Server and client could not negotiate use of the authentication mechanisms. Server supports only %r, but client '
              'supports only %r.')


class ProbableAuthenticationError(AMQPConnectionError):
    reason = 'Client was disconnected at a connection stage indicating a probable authentication error: %s'


class ConnectionClosed(AMQPConnectionError):
    reason = 'The AMQP connection was closed (%s) %s'


class ConnectionNotAllowed(ConnectionClosed):
    reason = ('The client tried to work with some entity in a manner that is prohibited by the server, due to security settings or '
              'by some other criteria: %r')


class ConnectionCommandInvalid(ConnectionClosed):
    reason = ('The client sent an invalid sequence of frames, attempting to perform an operation that was considered invalid by the '
              'server. This usually implies a programming error in the client: %r')


class ConnectionNotImplemented(ConnectionClosed):
    reason = 'The client tried to use functionality that is not implemented in the server: %r'


class AMQPChannelError(AMQPError):
    reason = 'An unspecified AMQP channel error has occurred'


class ChannelClosed(AMQPChannelError):
    reason = 'The channel was closed (%s) %s'


class ChannelAccessRefused(ChannelClosed):
    reason = 'The client attempted to work with a server entity to which it has no access due to security settings: %r'


class ChannelNotFoundEntity(ChannelClosed):
    reason = 'The client attempted to work with a server entity that does not exist: %r'


class ChannelLockedResource(ChannelClosed):
    reason = ('The client attempted to work with a server entity to which it has no access because another client is working with '
              'it: %r')


class ChannelPreconditionFailed(ChannelClosed):
    reason = 'The client requested a method that was not allowed because some precondition failed: %r'


class DuplicateConsumerTag(ChannelClosed):
    reason = 'The consumer tag specified already exists for this channel: %s'


class ProtocolSyntaxError(AMQPError):
    reason = 'An unspecified protocol syntax error occurred'


class InvalidFrameError(ProtocolSyntaxError):
    reason = 'Invalid frame received: %r'


class MethodNotImplemented(AMQPError):
    pass


class DeliveryError(AMQPError):
    """Of a publish that waits to be confirmed: a queue refused it."""

    reason = 'Error when delivery message %r, frame %r'

    def __init__(self, message, frame, *args):
        self.message = message
        self.frame = frame
        super().__init__(message, frame)


class PublishError(DeliveryError):
    """It came back: no queue is there for it."""

    reason = '%r for routing key %r'

    def __init__(self, message, frame, *args):
        super().__init__(message, frame)
        self.args = (frame.reply_text, frame.routing_key, *args)


class ChannelInvalidStateError(RuntimeError):
    pass


_OF_CHANNELS = {403: ChannelAccessRefused, 404: ChannelNotFoundEntity, 405: ChannelLockedResource, 406: ChannelPreconditionFailed}
_OF_CONNECTIONS = {
    403: ProbableAuthenticationError, 503: ConnectionCommandInvalid, 530: ConnectionNotAllowed, 540: ConnectionNotImplemented}


def channel_error(code, text):
    return _OF_CHANNELS[code](text) if code in _OF_CHANNELS else ChannelClosed(code, text)


def connection_error(code, text):
    return _OF_CONNECTIONS[code](text) if code in _OF_CONNECTIONS else ConnectionClosed(code, text)
