import asyncio

async def ok(): return 'ok'
async def bad(): raise ValueError('bad')

async def main():
    t = asyncio.create_task(ok())
    try:
        t.result()
    except asyncio.InvalidStateError as e:
        print(e)
    try:
        t.exception()
    except asyncio.InvalidStateError as e:
        print(e)
    print(await t, t.result(), t.exception(), t.done(), t.cancelled(), t.cancel(), t.cancelling())
    b = asyncio.create_task(bad())
    for _ in range(2):
        try:
            await b
        except ValueError as e:
            print('raised', e, e is b.exception())
    try:
        b.result()
    except ValueError as e:
        print('result raises', e)
    for op in (lambda: t.set_result(1), lambda: t.set_exception(ValueError())):
        try:
            op()
        except RuntimeError as e:
            print(e)
    for x in (5, ok, None, (i for i in [])):
        try:
            asyncio.create_task(x)
        except TypeError as e:
            print(str(e).split(' <')[0])
    async def chain():
        try:
            await asyncio.create_task(bad())
        except ValueError as e:
            raise RuntimeError('wrapped') from e
    try:
        await asyncio.create_task(chain())
    except RuntimeError as e:
        print(repr(e), repr(e.__cause__))
    async def ret_exc(): return ValueError('a value')
    print(repr(await asyncio.create_task(ret_exc())))
    async def base(): raise BaseException('base')
    try:
        await asyncio.create_task(base())
    except BaseException as e:
        print(repr(e))
    async def stop(): raise StopIteration('s')
    try:
        await asyncio.create_task(stop())
    except RuntimeError as e:
        print(e)
    t2 = asyncio.create_task(asyncio.sleep(1, 'slept'))
    await asyncio.wait([t2, b])
    print(t2.result(), b.exception())
    a1, a2 = asyncio.create_task(bad()), asyncio.create_task(bad())
    await asyncio.sleep(0)
    print(a1.exception(), repr(a2.exception()))
    x = asyncio.Task(ok(), name='ctor')
    print(await x, x.get_name())
    for args in ((5,), ()):
        try:
            asyncio.Task(*args)
        except TypeError as e:
            print(e)

asyncio.run(main())
