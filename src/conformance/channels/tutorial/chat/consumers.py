import json

from channels.generic.websocket import AsyncWebsocketConsumer


class ChatConsumer(AsyncWebsocketConsumer):
    async def connect(self):
        self.group = 'chat_' + self.scope['url_route']['kwargs']['room_name']
        await self.channel_layer.group_add(self.group, self.channel_name)
        await self.accept()

    async def disconnect(self, code):
        await self.channel_layer.group_discard(self.group, self.channel_name)

    async def receive(self, text_data):
        said = json.loads(text_data)['message']
        await self.channel_layer.group_send(self.group, {'type': 'chat.message', 'message': said})

    async def chat_message(self, event):
        await self.send(text_data=json.dumps({'message': event['message']}))
