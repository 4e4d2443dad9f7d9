"""Uses everything that the site has, one after another."""
import asyncio
import json
import time

import httpx
import requests
import websockets

ORIGIN = 'http://127.0.0.1:8000'


def told(*words):
    print(f'{time.time():.1f}', *words)


async def opened(path, **options):
    return await websockets.connect(f'ws://127.0.0.1:8000/ws/{path}', origin=ORIGIN, **options)


async def talk(cookie):
    stranger = await opened('echo/')
    known = await opened('echo/', additional_headers={'Cookie': f'sessionid={cookie}'})
    told(await stranger.recv(), '/', await known.recv())
    await stranger.send('again')
    told(await stranger.recv())
    one, two = await opened('room/attic/'), await opened('room/attic/')
    await one.send(json.dumps({'message': 'anybody there?'}))
    told(await one.recv(), await two.recv())
    try:
        await opened('nowhere/')
    except websockets.InvalidStatus as refusal:
        told(refusal)


async def listen():
    alerts = await opened('alerts/')
    async with httpx.AsyncClient(base_url=ORIGIN, timeout=30) as client:
        told((await client.get('/alert/fire/')).json(), await alerts.recv())
        told((await client.get('/aalert/flood/')).json(), await alerts.recv())
        poll = asyncio.create_task(client.get('/poll/'))
        await asyncio.sleep(0.2)
        told((await client.get('/upload/cat/')).text, await alerts.recv())
        told((await poll).json())
        async with client.stream('GET', '/events/') as response:
            async for line in response.aiter_lines():
                if line:
                    told(line)
        told((await client.get('/stream/')).text.split())


time.sleep(1)
session = requests.Session()
answers = [session.post(f'{ORIGIN}/login/', data={'name': 'ann', 'password': 'secret'}), session.get(f'{ORIGIN}/login/')]
told(*(f'{answer.status_code} {answer.text}' for answer in answers))
asyncio.run(talk(session.cookies['sessionid']))
asyncio.run(listen())
