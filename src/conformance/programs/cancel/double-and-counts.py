import asyncio

async def main():
    async def patient():
        me = asyncio.current_task()
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print('got', repr(e), 'count', me.cancelling())
            print('uncancel', me.uncancel(), me.uncancel(), me.uncancel())
            await asyncio.sleep(1)
            print('slept on')
        return 'ok'
    t = asyncio.create_task(patient())
    await asyncio.sleep(0)
    print(t.cancel('a'), t.cancel('b'), t.cancelling())
    print(await t, t.cancelling(), t.cancelled())

    async def twice():
        try:
            await asyncio.sleep(10)
        except asyncio.CancelledError as e:
            print('first', repr(e))
            asyncio.current_task().cancel('again')
            print('asked again')
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as e:
            print('second', repr(e))
        return 'done'
    t = asyncio.create_task(twice())
    await asyncio.sleep(0)
    t.cancel('x')
    print(await t, t.cancelling())

    async def suppress_then_uncancel():
        me = asyncio.current_task()
        me.cancel()
        print(me.cancelling(), me.uncancel())
        await asyncio.sleep(0.5)
        return 'uncancel withdrew it'
    print(await asyncio.create_task(suppress_then_uncancel()))

    async def two_cancels_one_uncancel():
        me = asyncio.current_task()
        me.cancel(); me.cancel()
        me.uncancel()
        try:
            await asyncio.sleep(0.5)
        except asyncio.CancelledError:
            print('still delivered', me.cancelling())
            raise
    t = asyncio.create_task(two_cancels_one_uncancel())
    await asyncio.wait([t])
    print(t.cancelled())
    t = asyncio.create_task(asyncio.sleep(1))
    await t
    print(t.cancel(), t.cancelling(), t.uncancel())

asyncio.run(main())
