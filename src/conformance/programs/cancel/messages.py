import asyncio

async def sleeper():
    await asyncio.sleep(10)

async def main():
    t = asyncio.create_task(sleeper())
    await asyncio.sleep(0)
    t.cancel('the message')
    try:
        await t
    except asyncio.CancelledError as e:
        print('await', repr(e))
    for _ in range(2):
        try:
            t.result()
        except asyncio.CancelledError as e:
            print('result', repr(e))
    f = asyncio.get_running_loop().create_future()
    f.cancel('future msg')
    for _ in range(2):
        try:
            f.result()
        except asyncio.CancelledError as e:
            print('future', repr(e))
    for msg in (None, 5, '', ('t', 1)):
        t = asyncio.create_task(sleeper())
        await asyncio.sleep(0)
        t.cancel(msg)
        try:
            await t
        except asyncio.CancelledError as e:
            print(repr(msg), repr(e))
    async def outer():
        await inner
    inner = asyncio.create_task(sleeper())
    o = asyncio.create_task(outer())
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    o.cancel('through')
    print(inner.cancelling(), o.cancelling())
    try:
        await o
    except asyncio.CancelledError as e:
        print(repr(e), inner.cancelled(), o.cancelled())
    t = asyncio.create_task(sleeper())
    t.cancel('a'); t.cancel('b')
    try:
        await t
    except asyncio.CancelledError as e:
        print('never started', repr(e))
    g = asyncio.gather(sleeper(), sleeper())
    await asyncio.sleep(0)
    g.cancel('gather msg')
    try:
        await g
    except asyncio.CancelledError as e:
        print('gather', repr(e))
    try:
        t.cancel(msg='kw', other=1)
    except TypeError as e:
        print('bad keyword')

asyncio.run(main())
