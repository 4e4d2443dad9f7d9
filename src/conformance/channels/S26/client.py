"""As many sockets as SOCKETS says; it tells the sender which channel the first one has."""
import asyncio

import websockets

SOCKETS = 1


async def main():
    await asyncio.sleep(1)
    opened = [
        await websockets.connect('ws://127.0.0.1:8000/ws/chat/lobby/', origin='http://127.0.0.1:8000') for _ in range(SOCKETS)
    ]
    names = [await socket.recv() for socket in opened]
    with open('channel.txt', 'w') as file:
        file.write(names[0])
    await asyncio.sleep(20)


asyncio.run(main())
