import asyncio

from aiormq.exceptions import (
    AMQPChannelError, AMQPConnectionError, AMQPError, AMQPException, AuthenticationError, ChannelClosed, ChannelInvalidStateError,
    ChannelLockedResource, ChannelNotFoundEntity, ChannelPreconditionFailed, ConnectionClosed, DeliveryError, DuplicateConsumerTag,
    IncompatibleProtocolError, InvalidFrameError, MethodNotImplemented, ProbableAuthenticationError, ProtocolSyntaxError, PublishError)

CONNECTION_EXCEPTIONS = (AMQPError, ConnectionError, OSError, RuntimeError, StopAsyncIteration)


class MessageProcessError(AMQPError):
    reason = '%s: %r'


class QueueEmpty(AMQPError, asyncio.QueueEmpty):
    reason = 'The queue is empty'

    def __repr__(self):
        return f'<{type(self).__name__}: {self.reason}>'


