# What the exception handler is told, key by key.
import asyncio


def handler(loop, context):
    shown = {key: (type(value).__name__ if key in ('handle', 'future', 'task', 'exception') else value) for key, value in context.items()}
    print(shown)


async def fails():
    raise ValueError('lost')


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0)
    task = asyncio.create_task(fails())
    await asyncio.sleep(0.1)
    del task
    await asyncio.sleep(0)
    future = loop.create_future()
    future.set_exception(KeyError('k'))
    future = None
    await asyncio.sleep(0)
    future = loop.create_future()
    future.add_done_callback(lambda done: [][0])
    future.set_result(None)
    await asyncio.sleep(0)
    loop.call_exception_handler({'message': 'own', 'extra': [1, 2]})
    for wrong in (1, 'handler'):
        try:
            loop.set_exception_handler(wrong)
        except TypeError as error:
            print(error)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())


asyncio.run(main())
