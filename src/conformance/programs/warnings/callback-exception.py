import asyncio

def bad(x):
    raise TypeError(f'bad {x}')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(bad, 1)
    loop.call_later(1, bad, 2)
    f = loop.create_future()
    f.add_done_callback(bad)
    f.set_result(0)
    await asyncio.sleep(2)
    print('the loop went on')

asyncio.run(main())
