"""Opens the page of a room, then its socket; says hello and hears for a second what is said."""
import asyncio
import json
import sys
import time

import requests
import websockets

name, begins = sys.argv[1], float(sys.argv[2])


async def main():
    await asyncio.sleep(begins)
    page = requests.get('http://127.0.0.1:8000/chat/lobby/')
    print(page.status_code, page.text.splitlines()[2])
    async with websockets.connect('ws://127.0.0.1:8000/ws/chat/lobby/', origin='http://127.0.0.1:8000') as socket:
        await socket.send(json.dumps({'message': f'{name} is here'}))
        try:
            async with asyncio.timeout(1.5):
                async for frame in socket:
                    print(f'{time.time():.1f}', json.loads(frame)['message'])
        except TimeoutError:
            print('leaves')


asyncio.run(main())
