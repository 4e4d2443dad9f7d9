"""Answers of the server, and what it says with a delivery."""


class _Frame:
    """`fields` in the order in which they may be given."""

    fields = ()

    def __init__(self, *args, **kwargs):
        vars(self).update(dict.fromkeys(self.fields), **dict(zip(self.fields, args)), **kwargs)

    def __repr__(self):
        return f'<{type(self).__qualname__} object at {id(self):#x}>'


def _frame(name, *fields):
    return type(name.partition('.')[2], (_Frame,), {'__qualname__': name, '__module__': __name__, 'fields': fields})


class Basic:
    Ack = _frame('Basic.Ack', 'delivery_tag', 'multiple')
    Nack = _frame('Basic.Nack', 'delivery_tag', 'multiple', 'requeue')
    Return = _frame('Basic.Return', 'reply_code', 'reply_text', 'exchange', 'routing_key')
    QosOk = _frame('Basic.QosOk')
    CancelOk = _frame('Basic.CancelOk', 'consumer_tag')


class Queue:
    DeclareOk = _frame('Queue.DeclareOk', 'queue', 'message_count', 'consumer_count')
    DeleteOk = _frame('Queue.DeleteOk', 'message_count')
    PurgeOk = _frame('Queue.PurgeOk', 'message_count')
    BindOk = _frame('Queue.BindOk')
    UnbindOk = _frame('Queue.UnbindOk')


class Exchange:
    DeclareOk = _frame('Exchange.DeclareOk')
    DeleteOk = _frame('Exchange.DeleteOk')
    BindOk = _frame('Exchange.BindOk')
    UnbindOk = _frame('Exchange.UnbindOk')
