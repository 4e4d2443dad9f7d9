# Where Runner and run get their loop, whether it is set as the current one, and debug.
import asyncio

made = []


def factory():
    loop = asyncio.SelectorEventLoop()
    made.append(loop)
    return loop


async def main():
    loop = asyncio.get_running_loop()
    return loop in made, loop.get_debug(), asyncio.get_event_loop() is loop


print(asyncio.run(main(), loop_factory=factory), made[0].is_closed())
print(asyncio.run(main(), debug=True), asyncio.run(main(), debug=False), asyncio.run(main()))
with asyncio.Runner(loop_factory=factory, debug=True) as runner:
    print(runner.run(main()), runner.get_loop() is made[-1])
with asyncio.Runner() as runner:
    loop = runner.get_loop()
    try:
        print(asyncio.get_event_loop() is loop)
    except RuntimeError as error:
        print(error)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)


def broken():
    raise OSError('no loop')


coro = main()
try:
    asyncio.run(coro, loop_factory=broken)
except OSError as error:
    print(error)
coro.close()
try:
    with asyncio.Runner() as runner:
        raise KeyError('in the block')
except KeyError as error:
    print(repr(error), runner._state)
