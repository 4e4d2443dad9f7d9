"""A channel of a connection with RabbitMQ."""
from amqp import exceptions
from amqp.basic_message import Message as ReturnedMessage

from ._amqp import refused_later
from .entity import queue_declare_ok_t
from .message import Message

#: What Kombu calls otherwise than AMQP.
_HEADERS = 'application_headers'


class AmqpChannel:
    """Everything is done by the server; what it refuses ends the channel."""

    def __init__(self, link, number):
        self._link = link
        self.channel_id = number
        self.label = ''
        self.is_open = True
        self._confirms = None
        self._published = 0
        self._consumers = {}
        #: Called with `(error, exchange, routing_key, message)` of what could not be routed.
        self.events = {'basic_return': set()}

    def _ask(self, name, *args):
        try:
            return self._link.ask(name, self.channel_id, *args)
        except exceptions.ChannelError:
            self.is_open = False
            raise

    def _tell(self, name, *args):
        self._link.tell(name, self.channel_id, *args)

    def confirm_select(self):
        if self._confirms is None:
            self._ask('confirm_select')
            self._confirms = {}

    def exchange_declare(self, exchange, type='direct', passive=False, durable=False, auto_delete=True, arguments=None):
        self._ask('exchange_declare', exchange, type, passive, durable, auto_delete, False, arguments)

    def exchange_delete(self, exchange, if_unused=False):
        self._ask('exchange_delete', exchange, if_unused)

    def exchange_bind(self, destination, source='', routing_key='', arguments=None):
        self._ask('exchange_bind', destination, source, routing_key, arguments)

    def exchange_unbind(self, destination, source='', routing_key='', arguments=None):
        self._ask('exchange_unbind', destination, source, routing_key, arguments)

    def queue_declare(self, queue='', passive=False, durable=False, exclusive=False, auto_delete=True, arguments=None):
        return queue_declare_ok_t(*self._ask('queue_declare', queue or '', passive, durable, exclusive, auto_delete, arguments))

    def queue_bind(self, queue, exchange='', routing_key='', arguments=None):
        self._ask('queue_bind', queue, exchange, routing_key or '', arguments)

    def queue_unbind(self, queue, exchange, routing_key='', arguments=None):
        self._ask('queue_unbind', queue, exchange, routing_key or '', arguments)

    def queue_purge(self, queue=''):
        return self._ask('queue_purge', queue)

    def queue_delete(self, queue='', if_unused=False, if_empty=False):
        return self._ask('queue_delete', queue, if_unused, if_empty)

    def basic_qos(self, prefetch_size, prefetch_count, a_global=False):
        self._ask('qos', prefetch_count, a_global)

    def basic_recover(self, requeue=False):
        self._ask('recover')

    def publish(self, body, exchange, routing_key, properties, headers, content, label, mandatory=False):
        """With confirms: waits until the server has it."""
        self._link.hear()
        content_type, content_encoding = content
        said = {**properties, 'content_type': content_type, 'content_encoding': content_encoding, 'headers': headers}
        given = {name: value for name, value in said.items() if value is not None and value != ''}
        self._tell('publish', exchange, routing_key or '', body.encode(), given, mandatory)
        if self._confirms is None:
            return
        self._published += 1
        self._link.hear()
        while self._published not in self._confirms:
            self._link.wait()
            self._link.hear()
        if not self._confirms.pop(self._published):
            raise exceptions.MessageNacked()

    def consume(self, queue, callback, no_ack, tag, exclusive=False):
        self._consumers[tag] = callback, no_ack
        self._ask('consume', queue, tag, no_ack, exclusive)

    def cancel(self, tag):
        """What it has not acknowledged it keeps."""
        if self._consumers.pop(tag, None) is not None and self._link.is_open:
            self._ask('cancel', tag)

    def get(self, queue, no_ack=False):
        found = self._ask('get', queue, no_ack)
        if found is None:
            return None
        *said, count = found
        return self._message(said, {'message_count': count}, no_ack)

    def hear(self, kind, rest):
        """What the server says that is no delivery."""
        if kind == 'confirm':
            number, is_ack = rest
            self._confirms[number] = is_ack
        elif kind == 'return':
            self._returned(*rest)
        elif kind == 'cancel':
            self._consumers.pop(rest[0], None)
            raise exceptions.ConsumerCancelled(rest[0], (60, 30), 'Basic.cancel')
        else:
            self.is_open = False
            self._link.forget(self.channel_id)
            raise refused_later(*rest)

    def _returned(self, code, text, exchange, routing_key, properties, body):
        error = exceptions.error_for_code(code, text, (60, 50), exceptions.ChannelError, 'Basic.return')
        headers = properties.pop('headers', {})
        message = ReturnedMessage(body, **properties, **{_HEADERS: headers})
        callbacks = self.events['basic_return']
        if not callbacks:
            raise error
        for callback in callbacks:
            callback(error, exchange, routing_key, message)

    def deliver(self, rest):
        consumer, *said = rest
        callback, no_ack = self._consumers.get(consumer, (None, False))
        message = self._message(said, {'consumer_tag': consumer}, no_ack)
        if callback is None:
            # It was cancelled meanwhile.
            return None if no_ack else message.requeue()
        return callback(message)

    def _message(self, said, more, no_ack):
        tag, redelivered, exchange, routing_key, properties, body = said
        properties = {(_HEADERS if name == 'headers' else name): value for name, value in properties.items()}
        parts = {
            'body': body.decode(), 'content-type': properties.get('content_type'),
            'content-encoding': properties.get('content_encoding'), 'headers': properties.get(_HEADERS) or {},
            'properties': properties,
            'delivery_info': {'delivery_tag': tag, 'redelivered': redelivered, 'exchange': exchange, 'routing_key': routing_key, **more},
        }
        message = Message(self, tag, self._link.number(self.channel_id, tag), parts)
        if no_ack:
            message.needs_no_ack()
        return message

    def ack(self, tag, multiple=False):
        self._tell('ack', tag, multiple)

    def reject(self, tag, requeue):
        self._tell('nack', tag, False, requeue)

    def fileno(self):
        return self._link.descriptors()[0]

    def drain(self):
        """Gives one message of its own; False: none is there."""
        return self._link.drain(self.channel_id)

    def works(self, count):
        if self._link.is_open:
            self._link.works(count)

    def close(self):
        if self.is_open and self._link.is_open:
            self._ask('close_channel')
            self._link.forget(self.channel_id)
        self.is_open = False

    def __enter__(self):
        return self

    def __exit__(self, *error):
        self.close()
