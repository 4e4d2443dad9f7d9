import asyncio
import json

from websockets.asyncio.client import connect
from websockets.exceptions import InvalidStatus

SERVER = 'ws://localhost:8000'


async def talk(name, room, says):
    async with connect(f'{SERVER}/chat/{room}/?username={name}') as socket:
        await asyncio.sleep(1)
        for text in says:
            await socket.send(text)
            await asyncio.sleep(1)
        heard = []
        try:
            async with asyncio.timeout(2):
                async for frame in socket:
                    heard.append('{username}: {text}'.format(**json.loads(frame)))
        except TimeoutError:
            return name, room, heard


async def main():
    await asyncio.sleep(1)
    for result in await asyncio.gather(
        talk('ann', 'red', ['hello', 'anybody?']),
        talk('ben', 'red', ['hi ann']),
        talk('cat', 'blue', ['lonely']),
    ):
        print(*result)
    try:
        await connect(f'{SERVER}/chat/red/')
    except InvalidStatus as refused:
        print('without a name', refused.response.status_code)
    async with connect(f'{SERVER}/door/') as socket:
        print(await socket.recv())
        await socket.send('hm')
        print(await socket.recv())


asyncio.run(main())
