import asyncio

def report(future):
    if future.cancelled():
        print('cancelled')
    elif future.exception():
        print('exception', repr(future.exception()))
    else:
        print('result', future.result())

async def main():
    loop = asyncio.get_running_loop()
    good, bad, gone, lost = (loop.create_future() for _ in range(4))
    for future in good, bad, gone, lost:
        future.add_done_callback(report)
    loop.call_later(1, good.set_result, 'ready')
    loop.call_later(2, bad.set_exception, ValueError('broken'))
    loop.call_later(3, gone.cancel)
    await asyncio.sleep(4)
    print('the fourth is done:', lost.done())

asyncio.run(main())
