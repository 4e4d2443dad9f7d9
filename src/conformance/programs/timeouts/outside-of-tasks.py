# Where a timeout may not be used.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    done = loop.create_future()

    def callback():
        coro = enter()
        try:
            coro.send(None)
        except RuntimeError as error:
            print(error)
        coro.close()
        done.set_result(None)

    async def enter():
        async with asyncio.timeout(1):
            print('not reached')

    loop.call_soon(callback)
    await done
    async with asyncio.timeout(1) as limit:
        pass
    print(limit)


asyncio.run(main())
for make in (lambda: asyncio.timeout(1), lambda: asyncio.timeout_at(1)):
    try:
        print(make())
    except RuntimeError as error:
        print(error)
print(asyncio.timeout(None) if False else 'none')
print(asyncio.TimeoutError is TimeoutError, asyncio.Timeout.__module__, asyncio.timeout.__module__)
