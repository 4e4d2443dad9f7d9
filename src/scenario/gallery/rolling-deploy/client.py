import asyncio
import time

import asgi
from channels import Channel
from websockets.asyncio.client import connect


async def main():
    await asyncio.sleep(0.5)
    Channel('job').send({})
    await asyncio.sleep(0.2)
    sockets = [await connect('ws://localhost:8000/') for _ in range(5)]
    await asyncio.sleep(1.5 - time.time())
    await sockets[0].send('hello')
    print(await sockets[0].recv(), f'{time.time():.3f}')
    await asyncio.sleep(3.5 - time.time())
    print('open', sum(socket.state.name == 'OPEN' for socket in sockets))


asyncio.run(main())
