import asyncio
import os

os.environ['DJANGO_SETTINGS_MODULE'] = 'settings'

from channels.exceptions import ChannelFull
from channels.layers import get_channel_layer
from websockets.asyncio.client import connect


async def main():
    await asyncio.sleep(1)
    sockets = [await connect('ws://localhost:8000/') for _ in range(1)]
    channel = await sockets[0].recv()
    layer = get_channel_layer()
    for number in range(6):
        try:
            await layer.send(channel, {'type': 'news', 'text': f'm{number}'})
        except ChannelFull:
            print(f'm{number} finds no room')
        await asyncio.sleep(0.1)
    for _ in range(4):
        print(await sockets[0].recv(), 'arrives')


asyncio.run(main())
