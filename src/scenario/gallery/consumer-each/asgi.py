import os

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')

from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from django.urls import path


class Counter(AsyncWebsocketConsumer):
    async def connect(self):
        self.heard = 0
        await self.channel_layer.group_add('room', self.channel_name)
        await self.accept()

    async def receive(self, text_data):
        said = {'type': 'said', 'text': text_data}
        await self.channel_layer.group_send('room', said)
        await self.send(f'sent, and has heard {self.heard}')

    async def said(self, event):
        self.heard += 1
        await self.send(f'hears {event["text"]}: {self.heard} so far')


router = URLRouter([path('', Counter.as_asgi())])
application = ProtocolTypeRouter({'websocket': router})
