# In debug mode callbacks are checked when they are scheduled; without it they fail when they run.
import asyncio


async def coroutine():
    pass


def attempt(loop, *calls):
    for name, args in calls:
        try:
            getattr(loop, name)(*args)
        except TypeError as error:
            print(name, error)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_debug())
    made = coroutine()
    for name, before in (('call_soon', ()), ('call_soon_threadsafe', ()), ('call_later', (1,)), ('call_at', (1,))):
        attempt(loop, (name, (*before, coroutine)), (name, (*before, made)), (name, (*before, 42)), (name, (*before, None)))
    made.close()


asyncio.run(main(), debug=True)


async def without():
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(lambda loop, context: print(context['message'], repr(context['exception'])))
    loop.call_soon(42)
    loop.call_soon(None)
    await asyncio.sleep(0.1)


asyncio.run(without())
