import asyncio

async def body():
    print('body must not run')

async def with_finally():
    try:
        print('started')
        await asyncio.sleep(1)
    finally:
        print('finally')

async def main():
    t = asyncio.create_task(body())
    print(t.cancel(), t.cancelling(), t.cancelled(), t.done())
    try:
        await t
    except asyncio.CancelledError as e:
        print('cancelled', repr(e), t.cancelled())
    t = asyncio.create_task(with_finally())
    t.cancel('early')
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
    t = asyncio.create_task(with_finally())
    await asyncio.sleep(0)
    t.cancel('started')
    print(t.done())
    try:
        await t
    except asyncio.CancelledError as e:
        print(repr(e))
    print(t.cancel(), t.cancelling(), t)
    t = asyncio.create_task(body())
    t.cancel()
    print(t.uncancel(), t.cancelling())
    await t
    print('withdrawn before the first step', t.cancelled())
    loop = asyncio.get_running_loop()
    t = asyncio.create_task(body())
    t.add_done_callback(lambda t: print('callback', t.cancelled()))
    loop.call_soon(print, 'soon')
    t.cancel()
    await asyncio.sleep(0)
    print('step ran', t.done())
    await asyncio.sleep(0)

asyncio.run(main())
