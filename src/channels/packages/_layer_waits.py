"""How a coroutine waits for a message of a channel layer: the layer opens a descriptor that its event loop watches."""
import asyncio


def _come(future):
    if not future.done():
        future.set_result(None)


def _look_again(future):
    _come(future)


# Whoever only waits for messages need not go on for ever.
_look_again.keeps_alive = True


async def arrived(pending, timeout=None):
    """Waits until it is ready, or `timeout` seconds have passed: True, False. Whoever is cancelled stands in no line any more."""
    if pending.ready():
        return True
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    descriptor = pending.fileno()
    loop.add_reader(descriptor, _come, future)
    timer = None if timeout is None else loop.call_later(timeout, _look_again, future)
    try:
        await future
        return pending.ready()
    finally:
        if timer is not None:
            timer.cancel()
        loop.remove_reader(descriptor)
        pending.close()
