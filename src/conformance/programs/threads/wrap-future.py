# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, concurrent.futures, threading, time

async def main():
    loop = asyncio.get_running_loop()
    inner = concurrent.futures.Future()
    outer = asyncio.wrap_future(inner)
    threading.Timer(0.01, inner.set_result, ['from a thread']).start()
    print(await outer, outer is asyncio.wrap_future(outer))
    inner = concurrent.futures.Future()
    outer = asyncio.wrap_future(inner)
    outer.cancel()
    await asyncio.sleep(0)
    print(inner.cancelled())
    inner = concurrent.futures.Future()
    outer = asyncio.wrap_future(inner)
    inner.cancel()
    try:
        await outer
    except asyncio.CancelledError:
        print('cancelled', outer.cancelled())
    inner = concurrent.futures.Future()
    outer = asyncio.wrap_future(inner)
    inner.set_exception(concurrent.futures.InvalidStateError('odd'))
    try:
        await outer
    except asyncio.InvalidStateError as exc:
        print(type(exc).__module__, exc)
    try:
        asyncio.wrap_future(3)
    except AssertionError as exc:
        print(exc)
asyncio.run(main())
