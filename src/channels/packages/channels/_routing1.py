"""Routing of 1.x: which consumer gets a message, by its channel and by what is in it."""
import importlib
import re

from django.core.exceptions import ImproperlyConfigured

from .utils import name_that_thing


class Router:
    """All routes of one layer: the first that fits gets the message."""

    def __init__(self, routing):
        self.root = Include(routing)
        self.channels = self.root.channel_names()

    def add_route(self, route):
        """Behind the others."""
        self.root.routing.append(route)
        self.channels = self.root.channel_names()

    def match(self, message):
        """The consumer and its keyword arguments; None: nobody wants it."""
        # A message that an include has cut is a copy; the consumer gets the one that came.
        return self.root.match(message)

    def check_default(self, http_consumer=None):
        """Adds what a project expects that says nothing of HTTP and sockets: its views, and sockets that are accepted and heard by nobody."""
        if http_consumer is None:
            from .handler import ViewConsumer
            http_consumer = ViewConsumer()
        self.add_default_route('http.request', http_consumer)
        self.add_default_route('websocket.connect', connect_consumer)
        self.add_default_route('websocket.receive', null_consumer)
        self.add_default_route('websocket.disconnect', null_consumer)

    def add_default_route(self, channel, consumer):
        self.add_route(Route(channel, consumer))

    @classmethod
    def resolve_routing(cls, routing):
        """Routes, a dict from channel to consumer, or the dotted name of either."""
        if isinstance(routing, str):
            module_name, variable = routing.rsplit('.', 1)
            try:
                routing = getattr(importlib.import_module(module_name), variable)
            except (ImportError, AttributeError) as error:
                raise ImproperlyConfigured(f'Cannot import channel routing {routing!r}: {error}')
        if isinstance(routing, dict):
            return [Route(channel, consumer) for channel, consumer in routing.items()]
        return routing

    @classmethod
    def normalise_re_arg(cls, value):
        """Paths are text and query strings bytes; filters compare them as text."""
        return value.decode('ascii') if isinstance(value, bytes) else value


class Route:
    """Messages of one or several channels that pass all filters go to the consumer, which gets the filters' named groups."""

    def __init__(self, channels, consumer, **kwargs):
        if isinstance(channels, (str, bytes)):
            channels = [channels]
        self.channels = [Router.normalise_re_arg(channel) for channel in channels]
        self.consumer = self._resolve_consumer(consumer)
        self.filters = _compiled(kwargs)

    def _resolve_consumer(self, consumer):
        if not isinstance(consumer, str):
            return consumer
        module_name, variable = consumer.rsplit('.', 1)
        try:
            return getattr(importlib.import_module(module_name), variable)
        except (ImportError, AttributeError):
            raise ImproperlyConfigured(f'Cannot import consumer {consumer!r}')

    def match(self, message):
        if message.channel.name not in self.channels:
            return None
        found = _matches(self.filters, message)
        return None if found is None else (self.consumer, _named(found))

    def channel_names(self):
        return set(self.channels)

    def __str__(self):
        filters = ', '.join(f'{name}={pattern.pattern}' for name, pattern in self.filters.items())
        return f'{"/".join(self.channels)} {filters and f"({filters})"} -> {name_that_thing(self.consumer)}'


class RouteClass(Route):
    """A consumer class says itself of which channels it takes messages."""

    def __init__(self, consumer, **kwargs):
        consumer = self._resolve_consumer(consumer)
        if not callable(getattr(consumer, 'channel_names', None)):
            raise ValueError('The consumer passed to RouteClass has no valid channel_names method')
        super().__init__(consumer.channel_names(), consumer, **kwargs)


class Include:
    """Routes of elsewhere. What its filters match is cut from the front before those routes look at it."""

    def __init__(self, routing, **kwargs):
        self.routing = Router.resolve_routing(routing)
        self.prefixes = _compiled(kwargs)

    def match(self, message):
        found = _matches(self.prefixes, message)
        if found is None:
            return None
        if self.prefixes:
            message = message.copy()
            for name, match in found:
                message.content[name] = Router.normalise_re_arg(message[name])[match.end():]
        for route in self.routing:
            inner = route.match(message)
            if inner is not None:
                consumer, kwargs = inner
                return consumer, {**_named(found), **kwargs}
        return None

    def channel_names(self):
        return set().union(*(route.channel_names() for route in self.routing))

    def __str__(self):
        return f'{", ".join(f"{name}={pattern.pattern}" for name, pattern in self.prefixes.items())} -> {self.routing}'


def _compiled(filters):
    compiled = {name: re.compile(Router.normalise_re_arg(value)) for name, value in filters.items()}
    for name, pattern in compiled.items():
        if pattern.groups != len(pattern.groupindex):
            raise ValueError(f'Filter for {name} has positional groups: {pattern.pattern!r}. Only named groups become arguments of a consumer.')
    return compiled


def _matches(filters, message):
    """Each filter's match at the start of that key's value; None: one of them has none."""
    found = []
    for name, pattern in filters.items():
        match = pattern.match(Router.normalise_re_arg(message[name])) if name in message else None
        if match is None:
            return None
        found.append((name, match))
    return found


def _named(found):
    named = {}
    for _, match in found:
        named.update(match.groupdict())
    return named


def null_consumer(*args, **kwargs):
    """Takes a message and does nothing with it."""


def connect_consumer(message, *args, **kwargs):
    """Accepts the socket."""
    message.reply_channel.send({'accept': True})


route = Route
route_class = RouteClass
include = Include
