import asyncio
import os

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')

from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter


class Reader(AsyncWebsocketConsumer):
    async def connect(self):
        await self.accept()
        await self.send(self.channel_name)

    async def news(self, event):
        await self.send(event['text'])
        if event['text'] == 'm0':
            await asyncio.sleep(10)


application = ProtocolTypeRouter({'websocket': Reader.as_asgi()})
