# What a loop says of itself before, during and after.
import asyncio

loop = asyncio.new_event_loop()
print(loop)


async def main():
    own = asyncio.get_running_loop()
    print(own, own is loop, own.is_running(), own.is_closed())
    own.set_debug(True)
    print(own, own.get_debug())
    own.set_debug(False)


loop.run_until_complete(main())
print(loop, loop.is_running())
loop.close()
loop.close()
print(loop, loop.is_closed())
for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print),
             lambda: loop.call_soon_threadsafe(print), loop.run_forever, lambda: loop.run_in_executor(None, print)):
    try:
        call()
    except RuntimeError as error:
        print(error)
coro = main()
for call in (lambda: loop.create_task(coro), lambda: loop.run_until_complete(coro)):
    try:
        call()
    except RuntimeError as error:
        print(error)
coro.close()
print(loop.create_future())
loop.stop()
