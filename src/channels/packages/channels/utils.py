"""Waiting for several sources of messages at once; names of things, for people who read logs."""
import asyncio
from types import FunctionType, MethodType


def name_that_thing(thing):
    """The dotted name of a function, of a method with its object's module, of a class; of any other object that of its class."""
    if isinstance(thing, MethodType):
        return f'{thing.__self__.__module__}.{thing.__name__}'
    if isinstance(thing, (FunctionType, type)):
        return f'{thing.__module__}.{thing.__name__}'
    return name_that_thing(type(thing))


async def await_many_dispatch(consumer_callables, dispatch):
    """Awaits all of these again and again, and gives each result to `dispatch`, one after another, in the order of the sources.

    It never returns: an exception ends it, and then nothing is awaited any more.
    """
    waiting = [asyncio.ensure_future(source()) for source in consumer_callables]
    try:
        while True:
            await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for place, future in enumerate(waiting):
                if not future.done():
                    continue
                await dispatch(future.result())
                waiting[place] = asyncio.ensure_future(consumer_callables[place]())
    finally:
        for future in waiting:
            future.cancel()
            try:
                await future
            except asyncio.CancelledError:
                pass
