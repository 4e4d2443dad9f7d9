import asyncio
import time

from channels.generic.websocket import AsyncWebsocketConsumer


class ChatConsumer(AsyncWebsocketConsumer):
    async def connect(self):
        await self.accept()
        await self.send(self.channel_name)

    async def news(self, event):
        print(f'{time.time():.1f} {event["text"]}')
        if event['text'] == 'm0':
            await asyncio.sleep(10)
