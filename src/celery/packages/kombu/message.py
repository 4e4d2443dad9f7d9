"""A message as its reader has it."""
from .exceptions import ContentDisallowed, DecodeError, EncodeError, MessageStateError
from .utils import json


def encode(body):
    """The text of a body and what it says of itself."""
    if isinstance(body, str):
        return body, 'text/plain', 'utf-8'
    if isinstance(body, bytes):
        return body.decode('latin-1'), 'application/data', 'binary'
    try:
        return json.dumps(body), 'application/json', 'utf-8'
    except (TypeError, ValueError) as error:
        raise EncodeError(error) from error


def decode(text, content_type):
    if content_type == 'application/json':
        try:
            return json.loads(text)
        except ValueError as error:
            raise DecodeError(str(error)) from error
    if content_type == 'application/data':
        return text.encode('latin-1')
    return text


class Message:
    """`number` is the trace's."""

    MessageStateError = MessageStateError

    def __init__(self, channel, tag, number, parts, redelivered=None, accept=None):
        self.channel = channel
        self.delivery_tag = tag
        self.number = number
        self.body = parts['body']
        self.content_type = parts['content-type']
        self.content_encoding = parts['content-encoding']
        self.headers = parts['headers']
        self.properties = parts['properties']
        self.delivery_info = dict(parts.get('delivery_info') or self.properties.get('delivery_info') or {})
        if redelivered is not None:
            self.delivery_info['redelivered'] = redelivered
        self.accept = accept
        self._state = 'RECEIVED'
        self._decoded = None
        self._needs_ack = True

    @property
    def acknowledged(self):
        return self._state != 'RECEIVED'

    @property
    def payload(self):
        if self._decoded is None:
            self._decoded = self.decode()
        return self._decoded

    def decode(self):
        if self.accept is not None and self.content_type not in self.accept:
            raise ContentDisallowed(f'Refusing to deserialize untrusted content of type {self.content_type}')
        return decode(self.body, self.content_type)

    def ack(self, multiple=False):
        """`multiple`: with all that came before it on its channel."""
        if not self._needs_ack:
            return
        self._check()
        self.channel.ack(self.delivery_tag, multiple)
        self._state = 'ACK'

    def reject(self, requeue=False):
        self._check()
        self.channel.reject(self.delivery_tag, requeue)
        self._state = 'REJECTED'

    def requeue(self):
        self.reject(requeue=True)
        self._state = 'REQUEUED'

    def needs_no_ack(self):
        """The broker has done with it."""
        self._needs_ack = False

    def ack_log_error(self, logger, errors, multiple=False):
        """A broker that cannot be told any more gives it to somebody again."""
        try:
            self.ack(multiple)
        except errors as error:
            logger.critical("Couldn't ack %r, reason:%r", self.delivery_tag, error, exc_info=True)

    def reject_log_error(self, logger, errors, requeue=False):
        try:
            self.reject(requeue)
        except errors as error:
            logger.critical("Couldn't reject %r, reason: %r", self.delivery_tag, error, exc_info=True)

    def _check(self):
        if self.acknowledged:
            raise MessageStateError(f'Message already acknowledged with state: {self._state}')

    def __repr__(self):
        info = {key: value for key, value in self.delivery_info.items() if key in ('routing_key', 'exchange')}
        details = {
            'state': self._state, 'content_type': self.content_type, 'delivery_tag': self.delivery_tag,
            'body_length': len(self.body), 'properties': {
                key: value for key, value in self.properties.items() if key in ('correlation_id', 'type')},
            'delivery_info': info}
        return f'<{type(self).__name__} object at {id(self):#x} with details {details!r}>'
