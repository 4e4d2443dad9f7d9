import asyncio

async def co(): pass

async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug(), loop.slow_callback_duration, loop)
    c = co()
    for f in (lambda: loop.call_soon(c), lambda: loop.call_soon(42), lambda: loop.call_later(1, co), lambda: loop.call_at(1, 'x')):
        try:
            f()
        except TypeError as e:
            print(e)
    c.close()
    loop.set_debug(False)
    print(loop.get_debug())
    h = loop.call_soon(42)
    loop.set_exception_handler(lambda l, ctx: print('handler', ctx['message'], ctx['exception']))
    await asyncio.sleep(0)

asyncio.run(main(), debug=True)
