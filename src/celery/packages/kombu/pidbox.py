"""Letter boxes of processes: whoever calls is heard by all that listen, and each may answer."""
import fnmatch
import logging
import re
import socket
import time
import uuid

from .entity import Exchange, Queue
from .messaging import Consumer, Producer

logger = logging.getLogger('kombu.pidbox')


class Node:
    """One that listens. `handlers` are called by name with `state` and what the letter says."""

    def __init__(self, mailbox, hostname, state=None, handlers=None):
        self.mailbox = mailbox
        self.hostname = hostname
        self.state = state
        self.handlers = handlers or {}
        self.channel = None

    def listen(self):
        self.channel = self.mailbox.connection.channel()
        self.channel.label = self.hostname
        Consumer(self.channel, [self.mailbox.queue_of(self.hostname)], no_ack=True, on_message=self._received).consume()
        # Nobody counts this as waiting for work.
        self.channel.works(1)
        self.drain()

    def fileno(self):
        return self.channel.fileno()

    def drain(self):
        """Deals with all that has come."""
        while self.channel.drain():
            pass

    def _received(self, message):
        expires = message.headers.get('expires')
        if expires and time.time() > expires:
            return
        letter = message.payload
        if _is_for(self.hostname, letter):
            self.dispatch(letter['method'], letter['arguments'], letter.get('reply_to'), letter.get('ticket'))

    def dispatch(self, method, arguments=None, reply_to=None, ticket=None):
        try:
            answer = self.handlers[method](self.state, **(arguments or {}))
        except SystemExit:
            raise
        except Exception as error:
            logger.error('pidbox command error: %r', error, exc_info=True)
            answer = {'error': repr(error)}
        if reply_to:
            self.mailbox.reply({self.hostname: answer}, reply_to, ticket)
        return answer


def _is_for(hostname, letter):
    if letter.get('destination'):
        return hostname in letter['destination']
    pattern, matcher = letter.get('pattern'), letter.get('matcher')
    if pattern and matcher:
        return bool(re.match(pattern, hostname)) if matcher == 'pcre' else fnmatch.fnmatchcase(hostname, pattern)
    return True


class Mailbox:
    """Of all processes of a name; answers come to a queue of the caller's own."""

    def __init__(self, namespace, type='direct', connection=None):
        self.namespace = namespace
        self.connection = connection
        self.exchange = Exchange(f'{namespace}.pidbox', type, durable=False, delivery_mode=1)
        self.reply_exchange = Exchange(f'reply.{namespace}.pidbox', 'direct', durable=False, delivery_mode=1)
        self.oid = str(uuid.uuid4())

    def queue_of(self, hostname):
        return Queue(f'{hostname}.{self.namespace}.pidbox', self.exchange, durable=False, auto_delete=True)

    def Node(self, hostname=None, state=None, handlers=None):
        return Node(self, hostname or socket.gethostname(), state, handlers)

    def reply(self, answer, to, ticket):
        Producer(self.connection).publish(
            answer, exchange=to['exchange'], routing_key=to['routing_key'], headers={'ticket': ticket}, delivery_mode=1)

    def broadcast(self, command, arguments=None, destination=None, reply=False, timeout=1.0, limit=None, callback=None,
                  pattern=None, matcher=None):
        """Gives the answers, each by the name of who gave it, of as many as `limit` or until none has come for `timeout` seconds."""
        if destination is not None and not isinstance(destination, (list, tuple)):
            raise ValueError(f'destination must be a list/tuple not {type(destination)}')
        letter = {'method': command, 'arguments': arguments or {}, 'destination': destination, 'pattern': pattern, 'matcher': matcher}
        answers = []
        consumer = None
        if reply:
            queue = Queue(f'{self.oid}.{self.reply_exchange.name}', self.reply_exchange, self.oid, durable=False, auto_delete=True)
            letter.update(ticket=str(uuid.uuid4()), reply_to={'exchange': self.reply_exchange.name, 'routing_key': self.oid})
            consumer = Consumer(self.connection, [queue], no_ack=True, on_message=lambda message: _answered(
                message, letter['ticket'], answers, callback))
            consumer.consume()
        Producer(self.connection, self.exchange).publish(
            letter, headers={'expires': time.time() + timeout if timeout else 0}, delivery_mode=1)
        if consumer is None:
            return None
        limit = limit or (len(destination) if destination else None)
        while limit is None or len(answers) < limit:
            try:
                self.connection.drain_events(timeout)
            except socket.timeout:
                break
        consumer.cancel()
        return answers


def _answered(message, ticket, answers, callback):
    if message.headers.get('ticket') != ticket:
        return
    if callback is not None:
        callback(message.payload)
    answers.append(message.payload)
