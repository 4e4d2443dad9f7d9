# An exception handler that raises is reported by the default one; SystemExit and KeyboardInterrupt go through.
import asyncio


def bad(loop, context):
    raise RuntimeError('in the handler')


def leaving(loop, context):
    raise SystemExit(3)


async def main():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(bad)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.1)
    print('still running')
    loop.default_exception_handler({'message': 'plain', 'b': 1, 'a': [2]})
    loop.default_exception_handler({})
    loop.set_exception_handler(leaving)
    loop.call_soon(lambda: 1 / 0)
    await asyncio.sleep(0.1)
    print('not reached')


try:
    asyncio.run(main())
except SystemExit as error:
    print('left', error.code)
