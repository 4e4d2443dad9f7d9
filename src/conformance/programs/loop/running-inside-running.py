# A running loop runs neither itself nor another one.
import asyncio


async def nothing():
    return 1


async def main():
    loop = asyncio.get_running_loop()
    other = asyncio.new_event_loop()
    for target in (loop, other):
        coro = nothing()
        try:
            target.run_until_complete(coro)
        except RuntimeError as error:
            print(error)
        coro.close()
        try:
            target.run_forever()
        except RuntimeError as error:
            print(error)
    coro = nothing()
    try:
        asyncio.run(coro)
    except RuntimeError as error:
        print(error)
    coro.close()
    try:
        loop.close()
    except RuntimeError as error:
        print(error)
    print(other.is_running(), loop.is_running())
    other.close()
    print('still here')


asyncio.run(main())
