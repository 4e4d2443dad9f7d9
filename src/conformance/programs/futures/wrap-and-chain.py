# wrap_future and what runs both ways between a concurrent future and one of asyncio.
import asyncio
import concurrent.futures


async def main():
    loop = asyncio.get_running_loop()
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    print(type(wrapped).__name__, wrapped.done())
    source.set_result('over')
    print(wrapped.done())
    print(await wrapped)
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source, loop=loop)
    wrapped.cancel()
    await asyncio.sleep(0)
    print(source.cancelled(), wrapped.cancelled())
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    source.set_exception(OSError('no'))
    try:
        await wrapped
    except OSError as error:
        print(repr(error))
    source = concurrent.futures.Future()
    wrapped = asyncio.wrap_future(source)
    source.cancel()
    try:
        await wrapped
    except asyncio.CancelledError as error:
        print(repr(error), wrapped.cancelled())
    own = loop.create_future()
    print(asyncio.wrap_future(own) is own)
    try:
        asyncio.wrap_future(5)
    except AssertionError as error:
        print(error)
    own.cancel()


asyncio.run(main())
