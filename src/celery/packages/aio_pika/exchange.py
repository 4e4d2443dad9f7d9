"""Exchanges of a channel."""
from aiormq import spec

from .abc import AbstractExchange, AbstractRobustExchange, ExchangeType


def name_of(exchange):
    return exchange if isinstance(exchange, str) else exchange.name


class Exchange(AbstractExchange):
    def __init__(self, channel, name, type=ExchangeType.DIRECT, *, auto_delete=False, durable=False, internal=False, passive=False,
                 arguments=None):
        self._type = type.value if isinstance(type, ExchangeType) else type
        self.channel = channel
        self.name = name
        self.auto_delete = auto_delete
        self.durable = durable
        self.internal = internal
        self.passive = passive
        self.arguments = arguments or {}

    def __str__(self):
        return self.name

    def __repr__(self):
        return f'<Exchange({self}): auto_delete={self.auto_delete}, durable={self.durable}, arguments={self.arguments!r})>'

    async def declare(self, timeout=None):
        await self.channel.ask('exchange_declare', self.name, self._type, self.passive, self.durable, self.auto_delete, self.internal,
                               self.arguments)
        return spec.Exchange.DeclareOk()

    async def bind(self, exchange, routing_key='', *, arguments=None, timeout=None):
        """Gets what that exchange gets for this key."""
        await self.channel.ask('exchange_bind', self.name, name_of(exchange), routing_key, arguments)
        return spec.Exchange.BindOk()

    async def unbind(self, exchange, routing_key='', arguments=None, timeout=None):
        await self.channel.ask('exchange_unbind', self.name, name_of(exchange), routing_key, arguments)
        return spec.Exchange.UnbindOk()

    async def publish(self, message, routing_key, *, mandatory=True, immediate=False, timeout=None):
        """Gives what the server says when it has it; without confirms None."""
        if self.internal:
            raise ValueError(f"Can not publish to internal exchange: '{self.name}'!")
        return await self.channel.publish(self.name, routing_key, message, mandatory)

    async def delete(self, if_unused=False, timeout=None):
        await self.channel.ask('exchange_delete', self.name, if_unused)
        return spec.Exchange.DeleteOk()


class RobustExchange(Exchange, AbstractRobustExchange):
    """Comes back with its connection, with its bindings."""

    def __init__(self, *args, **options):
        super().__init__(*args, **options)
        self._bindings = {}

    async def restore(self):
        if self.name and not self.name.startswith('amq.'):
            await self.declare()
        for (exchange, routing_key), arguments in self._bindings.items():
            await super().bind(exchange, routing_key, arguments=arguments)

    async def bind(self, exchange, routing_key='', *, arguments=None, timeout=None, robust=True):
        result = await super().bind(exchange, routing_key, arguments=arguments)
        if robust:
            self._bindings[name_of(exchange), routing_key] = arguments
        return result

    async def unbind(self, exchange, routing_key='', arguments=None, timeout=None):
        self._bindings.pop((name_of(exchange), routing_key), None)
        return await super().unbind(exchange, routing_key, arguments)
