import asyncio
import json
import time

from asgiref.sync import async_to_sync
from channels.consumer import AsyncConsumer, SyncConsumer
from channels.generic.http import AsyncHttpConsumer
from channels.generic.websocket import AsyncJsonWebsocketConsumer, WebsocketConsumer


class Echo(WebsocketConsumer):
    def connect(self):
        self.accept()
        self.send(text_data=f'hello {self.scope["user"]}')

    def receive(self, text_data):
        self.send(text_data=text_data.upper())


class SyncRoom(WebsocketConsumer):
    def connect(self):
        self.group = 'room_' + self.scope['url_route']['kwargs']['room']
        async_to_sync(self.channel_layer.group_add)(self.group, self.channel_name)
        self.accept()

    def disconnect(self, code):
        async_to_sync(self.channel_layer.group_discard)(self.group, self.channel_name)

    def receive(self, text_data):
        said = json.loads(text_data)['message']
        async_to_sync(self.channel_layer.group_send)(self.group, {'type': 'chat.message', 'message': said})

    def chat_message(self, event):
        self.send(text_data=json.dumps({'message': event['message']}))


class Alerts(AsyncJsonWebsocketConsumer):
    groups = ['alerts']

    async def alert(self, event):
        await self.send_json({'alert': event['text']})


class Generate(SyncConsumer):
    def generate(self, message):
        time.sleep(0.3)
        print(f'{time.time():.1f} made {message["name"]}')
        async_to_sync(self.channel_layer.group_send)(message['reply'], {'type': 'alert', 'text': f'{message["name"]} is ready'})


class Delete(AsyncConsumer):
    async def remove(self, message):
        await asyncio.sleep(0.1)
        print(f'{time.time():.1f} removed {message["name"]}')


class ServerSentEvents(AsyncHttpConsumer):
    async def handle(self, body):
        await self.send_headers(headers=[(b'Cache-Control', b'no-cache'), (b'Content-Type', b'text/event-stream')])
        for number in range(3):
            await self.send_body(f'data: {number}\n\n'.encode(), more_body=True)
            await asyncio.sleep(0.5)
        await self.send_body(b'')


class LongPoll(AsyncHttpConsumer):
    async def handle(self, body):
        await self.channel_layer.group_add('alerts', self.channel_name)
        await self.send_headers(headers=[(b'Content-Type', b'application/json')])
        # The response begins, and ends when there is news.
        await self.send_body(b'', more_body=True)

    async def http_request(self, message):
        if 'body' in message:
            self.body.append(message['body'])
        if not message.get('more_body'):
            await self.handle(b''.join(self.body))

    async def alert(self, event):
        await self.send_body(json.dumps({'polled': event['text']}).encode())

    async def disconnect(self):
        await self.channel_layer.group_discard('alerts', self.channel_name)
