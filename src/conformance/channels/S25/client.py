"""A socket in the room: that of the first server says hi at 2 s, and again at 6 s."""
import asyncio
import json
import sys
import time

import websockets

port = int(sys.argv[1])


async def speak(socket):
    for seconds in (1, 4):
        await asyncio.sleep(seconds)
        await socket.send(json.dumps({'message': 'hi'}))


async def main():
    await asyncio.sleep(1)
    async with websockets.connect(f'ws://127.0.0.1:{port}/ws/chat/lobby/', origin=f'http://127.0.0.1:{port}') as socket:
        speaking = asyncio.create_task(speak(socket)) if port == 8001 else None
        try:
            async with asyncio.timeout(90):
                async for frame in socket:
                    print(f'{time.time():.1f}', json.loads(frame)['message'])
        except websockets.ConnectionClosedError:
            print(f'{time.time():.1f} dropped')
        except TimeoutError:
            print(f'{time.time():.1f} leaves')


asyncio.run(main())
