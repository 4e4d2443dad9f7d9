import asyncio
from contextlib import aclosing

async def gen(name):
    try:
        for i in range(10):
            yield i
            await asyncio.sleep(0)
    finally:
        print(name, 'finally start')
        await asyncio.sleep(0.1)
        print(name, 'finally end')

async def main():
    async for i in gen('dropped'):
        if i == 1: break
    print('after break')
    await asyncio.sleep(0)
    print('one turn')
    await asyncio.sleep(1)
    async with aclosing(gen('aclosing')) as g:
        async for i in g:
            if i == 1: break
    print('after aclosing')
    g = gen('kept')
    await anext(g)
    t = asyncio.create_task(user(gen('cancelled')))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    t.cancel()
    try:
        await t
    except asyncio.CancelledError:
        print('task cancelled')
    await asyncio.sleep(1)
    print('main ends, kept still open')
    globals()['keep'] = g

async def user(g):
    async for i in g:
        print('user', i)
        if i == 0:
            await asyncio.sleep(100)

asyncio.run(main())
print('run returned')
