"""The worker of today: `manage.py runworker CHANNEL...`. Each channel has one instance of the application, which gets its messages."""

import asyncio
import logging

from asgiref.server import StatelessServer

logger = logging.getLogger('django.channels.worker')


class Worker(StatelessServer):
    """Takes messages as soon as they are there, whatever the application is doing: they then wait in the memory of the process."""

    def __init__(self, application, channels, channel_layer, max_applications=1000):
        super().__init__(application, max_applications)
        if channel_layer is None:
            raise ValueError('Channel layer is not valid')
        self.channels, self.channel_layer = channels, channel_layer

    async def handle(self):
        """All listeners are waited for before one that failed is heard of: with several channels the others go on."""
        listeners = [asyncio.ensure_future(self.listener(channel)) for channel in self.channels]
        await asyncio.wait(listeners)
        for listener in listeners:
            listener.result()

    async def listener(self, channel):
        while True:
            message = await self.channel_layer.receive(channel)
            if not message.get('type', None):
                raise ValueError('Worker received message with no type.')
            queue = self.get_or_create_application_instance(channel, {'type': 'channel', 'channel': channel})
            await queue.put(message)


def run_command(options):
    """What the command does with its options."""
    from django.core.management import CommandError

    from .layers import get_channel_layer
    from .routing import get_default_application

    layer = get_channel_layer(options.get('layer', 'default'))
    if layer is None:
        raise CommandError('You do not have any CHANNEL_LAYERS configured.')
    channels = options['channels']
    logger.info('Running worker for channels %s', channels)
    Worker(application=get_default_application(), channels=channels, channel_layer=layer).run()
