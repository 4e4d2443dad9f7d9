import os

os.environ.setdefault('DJANGO_SETTINGS_MODULE', 'settings')

from channels.generic.websocket import AsyncWebsocketConsumer
from channels.routing import ProtocolTypeRouter, URLRouter
from django.urls import path


class Chat(AsyncWebsocketConsumer):
    async def connect(self):
        await self.channel_layer.group_add('room', self.channel_name)
        await self.accept()

    async def receive(self, text_data):
        said = {'type': 'chat.said', 'text': text_data}
        await self.channel_layer.group_send('room', said)

    async def chat_said(self, event):
        await self.send(event['text'])


router = URLRouter([path('', Chat.as_asgi())])
application = ProtocolTypeRouter({'websocket': router})
