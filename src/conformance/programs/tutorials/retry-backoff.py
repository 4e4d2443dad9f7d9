import asyncio
import functools
import random

class Flaky(Exception):
    pass

def retry(times, base=0.1, factor=2, exceptions=(Flaky,)):
    def deco(func):
        @functools.wraps(func)
        async def wrapper(*args, **kwargs):
            delay = base
            for attempt in range(1, times + 1):
                try:
                    return await func(*args, **kwargs)
                except exceptions as e:
                    if attempt == times:
                        raise RuntimeError(f'{func.__name__} gave up after {times} attempts') from e
                    jitter = random.uniform(0, delay / 10)
                    print(f'  attempt {attempt} failed ({e}); retrying in {delay + jitter:.3f}s')
                    await asyncio.sleep(delay + jitter)
                    delay *= factor
        return wrapper
    return deco

calls = {}

@retry(5)
async def unreliable(name, succeed_on):
    calls[name] = calls.get(name, 0) + 1
    await asyncio.sleep(0.05)
    if calls[name] < succeed_on:
        raise Flaky(f'{name} #{calls[name]}')
    return f'{name} ok after {calls[name]}'

async def main():
    random.seed(7)
    print(await unreliable('a', 1))
    print(await unreliable('b', 4))
    try:
        await unreliable('c', 99)
    except RuntimeError as e:
        print(e, '| cause:', repr(e.__cause__))
    print(await asyncio.gather(unreliable('x', 2), unreliable('y', 3)))
    print(f'{asyncio.get_running_loop().time():.3f}', unreliable.__name__)

asyncio.run(main())
