# Recorded from CPython 3.11, which has as little of it as 3.14.
import asyncio

print(hasattr(asyncio, 'coroutine'), getattr(asyncio, 'coroutine', None), 'coroutine' in dir(asyncio))
print(hasattr(asyncio.Task, 'all_tasks'), hasattr(asyncio, 'async'), hasattr(asyncio, 'JoinableQueue'))
try:
    asyncio.coroutine
except AttributeError as error:
    print(error)
try:
    from asyncio import coroutine
except ImportError as error:
    print(type(error).__name__)
try:
    asyncio.Task.current_task()
except AttributeError as error:
    print(type(error).__name__)
try:
    getattr(asyncio, 'coroutine')
except AttributeError as error:
    print(error)

async def main():
    lock = asyncio.Lock()
    try:
        lock.__enter__()
    except AttributeError as error:
        print(error)
    try:
        await asyncio.sleep(0, loop=None)
    except TypeError as error:
        print(error)
    try:
        await asyncio.wait([main()])
    except TypeError as error:
        print(error)

asyncio.run(main())
