import asyncio

def handler(loop, context):
    print('handler', sorted(context), context['message'], repr(context.get('exception')))

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    def boom(*a): raise ValueError('in callback')
    loop.call_soon(boom, 1, 2)
    loop.call_later(0.5, boom)
    loop.call_soon(print, 'next still runs')
    f = loop.create_future()
    f.add_done_callback(boom)
    f.set_result(1)
    await asyncio.sleep(1)
    loop.call_exception_handler({'message': 'custom', 'extra': 5})
    async def fails(): raise KeyError('never read')
    t = asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    del t
    f = loop.create_future()
    f.set_exception(OSError('future error'))
    del f
    await asyncio.sleep(0)
    def bad_handler(loop, context): raise RuntimeError('handler broke')
    loop.set_exception_handler(bad_handler)
    loop.call_soon(boom)
    await asyncio.sleep(0)
    loop.set_exception_handler(None)
    loop.call_soon(boom)
    await asyncio.sleep(0)
    try:
        loop.set_exception_handler(5)
    except TypeError as e:
        print(e)
    print('end')

asyncio.run(main())
