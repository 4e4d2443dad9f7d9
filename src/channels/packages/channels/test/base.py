"""Test cases with a layer of their own, in memory, and a client that plays both the server's part and the worker's."""
import copy
import random
import string
from functools import wraps

from asgiref.inmemory import ChannelLayer as InMemoryChannelLayer
from django.test import TestCase, TransactionTestCase

from channels import DEFAULT_CHANNEL_LAYER

from .._routing1 import Router, include
from ..asgi import ChannelLayerWrapper, channel_layers
from ..channel import Group
from ..exceptions import ChannelSocketException
from ..message import Message
from ..signals import consumer_finished, consumer_started


class ChannelTestCaseMixin:
    """For as long as a test runs, the layers of these names are in memory and empty; their routing is the project's."""

    test_channel_aliases = [DEFAULT_CHANNEL_LAYER]

    def __call__(self, result=None):
        old_layers = {}
        for alias in self.test_channel_aliases:
            layer = ChannelLayerWrapper(InMemoryChannelLayer(), alias, channel_layers[alias].routing[:])
            old_layers[alias] = channel_layers.set(alias, layer)
        try:
            return super().__call__(result)
        finally:
            for alias, layer in old_layers.items():
                channel_layers.set(alias, layer)

    def get_next_message(self, channel, alias=DEFAULT_CHANNEL_LAYER, require=False):
        """The first message that waits in the channel; None: there is none, which fails the test where one is required."""
        message = _next_message(channel_layers[alias], channel)
        if message is None and require:
            self.fail(f'Expected a message on channel {channel}, got none')
        return message


class ChannelTestCase(ChannelTestCaseMixin, TestCase):
    pass


class TransactionChannelTestCase(ChannelTestCaseMixin, TransactionTestCase):
    pass


class Client:
    """Somebody with a reply channel: sends messages, runs the consumers that they are for, and reads the answers."""

    def __init__(self, alias=DEFAULT_CHANNEL_LAYER):
        self.reply_channel = alias + ''.join(random.choice(string.ascii_letters) for _ in range(5))
        self.alias = alias

    @property
    def channel_layer(self):
        return channel_layers[self.alias]

    def get_next_message(self, channel):
        return _next_message(self.channel_layer, channel)

    def get_consumer_by_channel(self, channel):
        match = self.channel_layer.router.match(Message({'text': ''}, channel, self.channel_layer))
        return match and match[0]

    def send(self, to, content={}):
        content = copy.deepcopy(content)
        content.setdefault('reply_channel', self.reply_channel)
        self.channel_layer.send(to, content)

    def consume(self, channel, fail_on_none=True):
        """Runs the consumer of the channel's next message, and gives what it returns."""
        message = self.get_next_message(channel)
        match = message and self.channel_layer.router.match(message)
        if match:
            return self._run(message, *match)
        if fail_on_none:
            raise AssertionError(f"Can't find consumer for message {message}" if message else f'No message for channel {channel}')

    def _run(self, message, consumer, kwargs):
        try:
            consumer_started.send(sender=self.__class__)
            return consumer(message, **kwargs)
        except ChannelSocketException as exception:
            exception.run(message)
        finally:
            consumer_finished.send(sender=self.__class__)

    def send_and_consume(self, channel, content={}, fail_on_none=True):
        self.send(channel, content)
        return self.consume(channel, fail_on_none=fail_on_none)

    def receive(self):
        """What the next message of the reply channel holds; None: there is none."""
        message = self.get_next_message(self.reply_channel)
        return message and message.content

    def join_group(self, group_name):
        Group(group_name).add(self.reply_channel)


def _next_message(layer, channel):
    received, content = layer.receive([channel])
    return None if received is None else Message(content, received, layer)


class apply_routes:
    """A decorator, or a context: within it, these routes and no others. A list of routes, or a list of such lists."""

    def __init__(self, routes, aliases=[DEFAULT_CHANNEL_LAYER]):
        self._aliases = aliases
        self.routes = routes
        self._old_routing = {}

    def enter(self):
        routes = self.routes if isinstance(self.routes, (list, tuple)) else [self.routes]
        if isinstance(routes[0], (list, tuple)):
            routes = [include(one) for one in routes]
        for alias in self._aliases:
            self._old_routing[alias] = channel_layers[alias].routing
            _route(channel_layers[alias], routes)

    def exit(self, exc_type=None, exc_val=None, exc_tb=None):
        for alias in self._aliases:
            _route(channel_layers[alias], self._old_routing[alias])

    __enter__ = enter
    __exit__ = exit

    def __call__(self, tested):
        if isinstance(tested, type):
            return self._around_class(tested)

        @wraps(tested)
        def inner(*args, **kwargs):
            with self:
                return tested(*args, **kwargs)
        return inner

    def _around_class(self, tested):
        set_up, tear_down = tested.setUpClass, tested.tearDownClass

        def new_set_up(cls):
            self.enter()
            set_up()

        def new_tear_down(cls):
            self.exit()
            tear_down()

        tested.setUpClass = classmethod(new_set_up)
        tested.tearDownClass = classmethod(new_tear_down)
        return tested


def _route(layer, routes):
    layer.routing = routes
    layer.router = Router(routes)
