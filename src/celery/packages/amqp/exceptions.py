"""Errors of AMQP by number: those of a channel end it, those of a connection end that; recoverable ones may go well next time."""


class AMQPError(Exception):
    """`reply_text` as the server words it, `method_name` what it answers with that."""

    code = 0

    def __init__(self, reply_text=None, method_sig=None, method_name=None, reply_code=None):
        self.reply_code = reply_code or self.code
        self.reply_text = reply_text
        self.method_sig = method_sig
        self.method_name = method_name or ''
        super().__init__(reply_code, reply_text, method_sig, self.method_name)

    @property
    def method(self):
        return self.method_name or self.method_sig

    def __str__(self):
        if self.method:
            return f'{self.method}: ({self.reply_code}) {self.reply_text}'
        return self.reply_text or f'<{type(self).__name__}: unknown error>'


class MessageNacked(Exception):
    """A queue has refused it."""


class ConnectionError(AMQPError):
    pass


class ChannelError(AMQPError):
    pass


class RecoverableChannelError(ChannelError):
    pass


class IrrecoverableChannelError(ChannelError):
    pass


class RecoverableConnectionError(ConnectionError):
    pass


class IrrecoverableConnectionError(ConnectionError):
    pass


class ConsumerCancelled(RecoverableConnectionError):
    """Its queue is gone."""


class ConnectionForced(RecoverableConnectionError):
    code = 320


class NoConsumers(RecoverableChannelError):
    code = 313


class ResourceLocked(RecoverableChannelError):
    code = 405


class AccessRefused(IrrecoverableChannelError):
    code = 403


class NotFound(IrrecoverableChannelError):
    code = 404


class PreconditionFailed(IrrecoverableChannelError):
    code = 406


class InvalidPath(IrrecoverableConnectionError):
    code = 402


class FrameSyntaxError(IrrecoverableConnectionError):
    code = 502


class InvalidCommand(IrrecoverableConnectionError):
    code = 503


class NotAllowed(IrrecoverableConnectionError):
    code = 530


class AMQPNotImplementedError(IrrecoverableConnectionError):
    code = 540


_BY_CODE = {cls.code: cls for cls in (
    ConnectionForced, NoConsumers, ResourceLocked, AccessRefused, NotFound, PreconditionFailed, InvalidPath, FrameSyntaxError,
    InvalidCommand, NotAllowed, AMQPNotImplementedError)}


def error_for_code(code, text, method_sig, default, method_name=''):
    return _BY_CODE.get(code, default)(text, method_sig, method_name, reply_code=code)
