import asyncio

async def ok(): return 5
async def fails(): raise ValueError('f')

print(asyncio.run(ok()))
try:
    asyncio.run(fails())
except ValueError as e:
    print(e)
for bad in (5, None, ok, 'x', [1]):
    try:
        asyncio.run(bad)
    except TypeError as e:
        print(e)
async def nested():
    c = ok()
    try:
        asyncio.run(c)
    except RuntimeError as e:
        print(e)
    c.close()
asyncio.run(nested())
class Aw:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 'awaitable'
print(asyncio.run(Aw()))
async def leftovers():
    async def child(n, stubborn=False):
        try:
            await asyncio.sleep(100)
        except asyncio.CancelledError:
            print('child', n, 'cancelled at shutdown')
            if stubborn:
                await asyncio.sleep(2)
                print('late', asyncio.get_running_loop().time())
            raise
    global keep
    keep = [asyncio.create_task(child(1, True))]
    await asyncio.sleep(1)
    return 'main result'
print(asyncio.run(leftovers()), keep[0].cancelled())
async def failing_leftover():
    async def child():
        try:
            await asyncio.sleep(100)
        finally:
            raise KeyError('in shutdown')
    t = asyncio.create_task(child())
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print('handler', c['message'], repr(c['exception'])))
    await asyncio.sleep(0)
asyncio.run(failing_leftover())
async def main_fails_with_children():
    async def child():
        try:
            await asyncio.sleep(100)
        finally:
            print('child cleaned')
    t = asyncio.create_task(child())
    await asyncio.sleep(0)
    raise OSError('main failed')
try:
    asyncio.run(main_fails_with_children())
except OSError as e:
    print(e)
async def never_started():
    asyncio.create_task(ok())
print(asyncio.run(never_started()))
async def dbg(): return asyncio.get_running_loop().get_debug()
print(asyncio.run(dbg(), debug=True), asyncio.run(dbg()))
async def late_spawn():
    async def respawn():
        try:
            await asyncio.sleep(100)
        finally:
            print('spawning during shutdown')
            asyncio.create_task(ok())
    asyncio.create_task(respawn())
    await asyncio.sleep(0)
asyncio.run(late_spawn())
print(asyncio.run(asyncio.wait_for(ok(), 1)))
