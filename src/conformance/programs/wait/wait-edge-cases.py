# wait(): what it takes, what it returns at once, and what a timeout leaves.
import asyncio


async def value(n, delay, error=None):
    await asyncio.sleep(delay)
    if error is not None:
        raise error
    return n


def names(tasks):
    return sorted(task.get_name() for task in tasks)


def make(*delays, error=None):
    return [asyncio.create_task(value(delay, delay, error if delay == 2 else None), name=str(delay)) for delay in delays]


async def main():
    loop = asyncio.get_running_loop()
    for when, timeout in (('FIRST_COMPLETED', None), ('ALL_COMPLETED', 1.5), ('FIRST_EXCEPTION', None), ('ALL_COMPLETED', 0), ('ALL_COMPLETED', None)):
        start = loop.time()
        done, pending = await asyncio.wait(make(1, 2, 3, error=ValueError('two')), timeout=timeout, return_when=when)
        print(when, timeout, names(done), names(pending), loop.time() - start)
        for task in pending:
            task.cancel()
        for task in done:
            task.exception()
        await asyncio.sleep(0.1)
    same = make(1)
    done, pending = await asyncio.wait(same + same)
    print(len(done), len(pending), type(done).__name__)
    done, pending = await asyncio.wait(iter(same))
    print(names(done))
    for wrong in ([], [1], 5, value(1, 1), [value(1, 1)], make(1)[0]):
        try:
            await asyncio.wait(wrong)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
        except AttributeError as error:
            print(type(error).__name__)
    try:
        await asyncio.wait(make(1), return_when='SOMETIMES')
    except ValueError as error:
        print(error)


import warnings
warnings.simplefilter('ignore')
asyncio.run(main())
