"""The worker of Channels 4: one instance for each channel, messages pulled at once, failures found by the checker."""

import asyncio
import contextlib
import io
import logging
from django.conf import settings

settings.configure(
    DEBUG=True,
    SECRET_KEY='x',
    CHANNEL_LAYERS={'default': {'BACKEND': 'channels.layers.InMemoryChannelLayer'}},
    INSTALLED_APPS=['channels'],
)
import django

django.setup()
logging.basicConfig(format='%(levelname)s %(message)s', level=logging.CRITICAL)
from channels.consumer import AsyncConsumer
from channels.layers import InMemoryChannelLayer
from channels.routing import ChannelNameRouter, ProtocolTypeRouter

try:
    from channels._worker4 import Worker
except ImportError:
    from channels.worker import Worker
log = []


class Job(AsyncConsumer):
    count = 0

    async def work(self, message):
        self.count += 1
        log.append(('begin', message['n'], self.count))
        await asyncio.sleep(message.get('seconds', 0.2))
        log.append(('end', message['n']))

    async def bad(self, message):
        log.append(('bad', message['n']))
        raise ValueError('bad')

    async def reply(self, message):
        await self.send({'type': 'reply'})


def router():
    return ProtocolTypeRouter({'channel': ChannelNameRouter({'a': Job.as_asgi(), 'b': Job.as_asgi()})})


async def run(channels, script, seconds=1.5):
    log.clear()
    layer = InMemoryChannelLayer()
    worker = Worker(router(), channels, layer)
    checker = asyncio.ensure_future(worker.application_checker())
    handling = asyncio.ensure_future(worker.handle())
    await script(layer, worker)
    try:
        await asyncio.wait_for(asyncio.shield(handling), seconds)
    except asyncio.TimeoutError:
        print('still listening')
    except Exception as error:
        print(type(error).__name__, error)
    checker.cancel()
    handling.cancel()
    for details in worker.application_instances.values():
        details['future'].cancel()
    await asyncio.sleep(0)
    print(log, sorted(worker.application_instances))


async def several(layer, worker):
    for n in range(3):
        await layer.send('a', {'type': 'work', 'n': n})
    await layer.send('b', {'type': 'work', 'n': 'x', 'seconds': 0.05})
    await asyncio.sleep(0.1)
    print(worker.application_instances['a']['input_queue'].qsize())


async def failing(layer, worker):
    await layer.send('a', {'type': 'bad', 'n': 1})
    await layer.send('a', {'type': 'work', 'n': 2})
    await asyncio.sleep(0.25)
    await layer.send('a', {'type': 'work', 'n': 3})


async def no_type(layer, worker):
    await layer.send('a', {'n': 1})
    await asyncio.sleep(0.05)
    await layer.send('a', {'type': 'work', 'n': 2})
    await layer.send('b', {'type': 'work', 'n': 3})


async def replying(layer, worker):
    await layer.send('a', {'type': 'reply'})
    await asyncio.sleep(0.05)
    print(repr(worker.application_instances['a']['future'].exception()))


async def unknown(layer, worker):
    await layer.send('zz', {'type': 'work', 'n': 1})
    await asyncio.sleep(0.05)
    print(repr(worker.application_instances['zz']['future'].exception()))


async def main():
    await run(['a', 'b'], several)
    await run(['a'], failing)
    await run(['a'], no_type)
    await run(['a', 'b'], no_type)
    await run(['a'], replying)
    await run(['zz'], unknown)
    try:
        Worker(None, [], None)
    except ValueError as error:
        print(error)


asyncio.run(main())
