import asyncio

class Resource:
    def __init__(self, name): self.name = name
    async def __aenter__(self):
        print('open', self.name)
        await asyncio.sleep(0.5)
        return self
    async def __aexit__(self, t, v, tb):
        print('closing', self.name, t and t.__name__)
        await asyncio.sleep(0.5)
        print('closed', self.name)

async def user(n):
    async with Resource(f'a{n}'), Resource(f'b{n}'):
        await asyncio.sleep(10)

async def main():
    loop = asyncio.get_running_loop()
    for n, at in enumerate((0.25, 0.75, 3)):
        t = asyncio.create_task(user(n))
        loop.call_later(at, t.cancel)
        t0 = loop.time()
        try:
            await t
        except asyncio.CancelledError:
            print('cancelled after', loop.time() - t0)
    t = asyncio.create_task(user('x'))
    loop.call_later(3, t.cancel)
    loop.call_later(3.25, t.cancel)
    try:
        await t
    except asyncio.CancelledError as e:
        print('second cancel cut the clean-up short', t.cancelling())
    async def shielded_cleanup():
        try:
            await asyncio.sleep(10)
        finally:
            await asyncio.shield(asyncio.sleep(1))
            print('shielded cleanup complete')
    t = asyncio.create_task(shielded_cleanup())
    await asyncio.sleep(0)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled(), loop.time())
    async def gen():
        try:
            while True:
                yield 1
                await asyncio.sleep(1)
        finally:
            print('gen closed')
    async def consume():
        async for _ in gen():
            print('item')
    t = asyncio.create_task(consume())
    await asyncio.sleep(1.5)
    t.cancel()
    await asyncio.wait([t])
    print(t.cancelled())

asyncio.run(main())
