"""Methods and properties of AMQP, as callbacks get them."""

PERSISTENT_DELIVERY_MODE = 2
TRANSIENT_DELIVERY_MODE = 1


class AMQPObject:
    NAME = 'AMQPObject'

    def __repr__(self):
        items = [f'{key}={value}' for key, value in vars(self).items() if getattr(type(self), key, None) != value]
        return f'<{self.NAME}({sorted(items)})>' if items else f'<{self.NAME}>'

    def __eq__(self, other):
        return vars(self) == vars(other) if other is not None else False

    __hash__ = object.__hash__


class Frame(AMQPObject):
    NAME = 'METHOD'

    def __init__(self, channel_number, method):
        self.frame_type = 1
        self.channel_number = channel_number
        self.method = method


def _method(name, fields=''):
    """A class `Basic.Deliver` whose instances have these fields, given by position or name."""
    names = fields.split()

    def init(self, *args, **kwargs):
        for key, value in {**dict(zip(names, args)), **kwargs}.items():
            setattr(self, key, value)

    return type(name.partition('.')[2], (AMQPObject,), {'NAME': name, '__init__': init, '__module__': __name__, '__qualname__': name})


class Basic(AMQPObject):
    NAME = 'Basic'
    Deliver = _method('Basic.Deliver', 'consumer_tag delivery_tag redelivered exchange routing_key')
    GetOk = _method('Basic.GetOk', 'delivery_tag redelivered exchange routing_key message_count')
    GetEmpty = _method('Basic.GetEmpty')
    Return = _method('Basic.Return', 'reply_code reply_text exchange routing_key')
    Cancel = _method('Basic.Cancel', 'consumer_tag')
    QosOk = _method('Basic.QosOk')
    Ack = _method('Basic.Ack', 'delivery_tag multiple')
    Nack = _method('Basic.Nack', 'delivery_tag multiple requeue')


class Queue(AMQPObject):
    NAME = 'Queue'
    DeclareOk = _method('Queue.DeclareOk', 'queue message_count consumer_count')
    DeleteOk = _method('Queue.DeleteOk', 'message_count')
    PurgeOk = _method('Queue.PurgeOk', 'message_count')
    BindOk = _method('Queue.BindOk')
    UnbindOk = _method('Queue.UnbindOk')


class Exchange(AMQPObject):
    NAME = 'Exchange'
    DeclareOk = _method('Exchange.DeclareOk')
    DeleteOk = _method('Exchange.DeleteOk')
    BindOk = _method('Exchange.BindOk')
    UnbindOk = _method('Exchange.UnbindOk')


class BasicProperties(AMQPObject):
    NAME = 'BasicProperties'
    content_type = content_encoding = headers = delivery_mode = priority = correlation_id = reply_to = None
    expiration = message_id = timestamp = type = user_id = app_id = cluster_id = None

    def __init__(self, content_type=None, content_encoding=None, headers=None, delivery_mode=None, priority=None, correlation_id=None,
                 reply_to=None, expiration=None, message_id=None, timestamp=None, type=None, user_id=None, app_id=None, cluster_id=None):
        given = dict(locals())
        del given['self']
        if delivery_mode is not None and hasattr(delivery_mode, 'value'):
            given['delivery_mode'] = delivery_mode.value
        vars(self).update(given)
