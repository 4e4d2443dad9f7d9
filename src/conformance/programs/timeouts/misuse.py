import asyncio

async def main():
    cm = asyncio.timeout(1)
    print(cm)
    try:
        cm.reschedule(5)
    except RuntimeError as e:
        print(e)
    async with cm:
        try:
            async with cm: pass
        except RuntimeError as e:
            print(e)
    print(cm)
    try:
        async with cm: pass
    except RuntimeError as e:
        print(e)
    try:
        cm.reschedule(5)
    except RuntimeError as e:
        print(e)
    try:
        with asyncio.timeout(1): pass
    except TypeError as e:
        print(str(e)[:60])
    loop = asyncio.get_running_loop()
    def in_callback():
        try:
            asyncio.timeout(1).__aenter__().send(None)
        except RuntimeError as e:
            print(e)
    loop.call_soon(in_callback)
    await asyncio.sleep(0)
    try:
        async with asyncio.timeout('x'): pass
    except TypeError as e:
        print(e)
    try:
        await asyncio.wait_for(asyncio.sleep(1), 'x')
    except TypeError as e:
        print(e)
    cm = asyncio.timeout(5)
    async with cm:
        cm.reschedule(loop.time() - 1)
        print(cm.expired(), str(cm)[:18])
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError:
            print('cancelled by a past deadline', str(cm)[:19])
    async with asyncio.timeout(1) as a, asyncio.timeout(2) as b:
        print(a, b)
        a.reschedule(None)
        print(a)
        await asyncio.sleep(1.5)
    print(a, b, loop.time())

try:
    asyncio.timeout(1)
except RuntimeError as e:
    print(e)
asyncio.run(main())
