# More than a hundred timers of which more than half are cancelled are swept together; the others fire in order.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    fired = []
    handles = [loop.call_later(1 + n / 100, fired.append, n) for n in range(240)]
    for n, handle in enumerate(handles):
        if n % 3:
            handle.cancel()
    print(len(loop._scheduled), loop._timer_cancelled_count)
    await asyncio.sleep(0)
    print(len(loop._scheduled), loop._timer_cancelled_count)
    handles[0].cancel()
    print(loop._timer_cancelled_count)
    await asyncio.sleep(0)
    print(len(loop._scheduled), loop._timer_cancelled_count)
    await asyncio.sleep(10)
    print(fired == list(range(3, 240, 3)), len(loop._scheduled))
    print(handles[1].cancelled(), handles[3].cancelled(), handles[3]._scheduled)


asyncio.run(main())
