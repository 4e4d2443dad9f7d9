# What a shield reports when the inner task fails after the outer was cancelled.
import asyncio


async def fails_late():
    await asyncio.sleep(1)
    raise ValueError('late')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print('handler', context['message'], repr(context.get('exception')), sorted(context)))
    inner = asyncio.create_task(fails_late())
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    print(outer.cancel('enough'), inner.cancelled(), outer)
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error))
    await asyncio.sleep(2)
    print(inner.done(), repr(inner.exception()))
    inner = asyncio.create_task(asyncio.sleep(1))
    outer = asyncio.shield(inner)
    await asyncio.sleep(0)
    inner.cancel('inner')
    try:
        await outer
    except asyncio.CancelledError as error:
        print(repr(error), outer.cancelled(), inner.cancelled())
    done = loop.create_future()
    done.set_result(5)
    print(asyncio.shield(done) is done, await asyncio.shield(done))
    for wrong in (5, None):
        try:
            asyncio.shield(wrong)
        except TypeError as error:
            print(error)


asyncio.run(main())
