# Debug mode reports what takes longer than slow_callback_duration of the virtual clock.
import asyncio
import logging
import sys
import time

logging.basicConfig(level=logging.DEBUG, stream=sys.stdout, format='%(name)s %(levelname)s %(message)s')


def slow(seconds):
    time.sleep(seconds)


async def step(seconds):
    time.sleep(seconds)
    await asyncio.sleep(0)
    time.sleep(seconds / 2)


async def main():
    loop = asyncio.get_running_loop()
    print(loop.slow_callback_duration)
    loop.call_soon(slow, 0.05)
    loop.call_soon(slow, 0.15)
    loop.call_soon(slow, 0.1)
    await asyncio.sleep(0.5)
    await asyncio.create_task(step(0.25), name='slow task')
    loop.slow_callback_duration = 1
    await asyncio.create_task(step(0.5))
    loop.slow_callback_duration = 0.01
    await asyncio.create_task(step(0.012))
    loop.slow_callback_duration = 100


asyncio.run(main(), debug=True)
