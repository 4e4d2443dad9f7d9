"""Sends m0 at 2 s, on which the consumer works for ten seconds, and five more from the third second on."""
import asyncio
import os

os.environ['DJANGO_SETTINGS_MODULE'] = 'mysite.layer'

from channels.exceptions import ChannelFull
from channels.layers import get_channel_layer


async def main():
    layer = get_channel_layer()
    await asyncio.sleep(2)
    with open('channel.txt') as file:
        channel = file.read()
    for number in range(6):
        try:
            await layer.send(channel, {'type': 'news', 'text': f'm{number}'})
        except ChannelFull:
            print(f'm{number} found no room')
        await asyncio.sleep(0.1 if number else 1)


asyncio.run(main())
