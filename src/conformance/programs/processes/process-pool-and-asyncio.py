# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import asyncio
import multiprocessing as mp
import os
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


def square(number):
    return number * number


def fail():
    raise ArithmeticError("in the worker")


def later(value):
    time.sleep(0.2)
    return value


def end():
    os._exit(1)


async def tick(log):
    while True:
        log.append("tick")
        await asyncio.sleep(0.02)


async def main():
    loop = asyncio.get_running_loop()
    with ProcessPoolExecutor(2, mp_context=mp.get_context("spawn")) as pool:
        print(await asyncio.gather(*(loop.run_in_executor(pool, square, number) for number in range(5))))
        try:
            await loop.run_in_executor(pool, fail)
        except ArithmeticError as error:
            print(repr(error), type(error.__cause__).__name__)
        log = []
        ticking = asyncio.create_task(tick(log))
        print(await loop.run_in_executor(pool, later, "the loop went on meanwhile"), len(log) > 3)
        ticking.cancel()
        results = []
        for future in asyncio.as_completed([loop.run_in_executor(pool, later, 1), loop.run_in_executor(pool, square, 3)]):
            results.append(await future)
        print(sorted(results))
        try:
            async with asyncio.timeout(0.02):
                await loop.run_in_executor(pool, later, 2)
        except TimeoutError:
            print("TimeoutError")
        try:
            async with asyncio.TaskGroup() as group:
                group.create_task(asyncio.wait_for(loop.run_in_executor(pool, fail), 5))
        except* ArithmeticError as group:
            print([repr(error) for error in group.exceptions])
        print(await asyncio.wrap_future(pool.submit(square, 12)))
        try:
            await loop.run_in_executor(pool, end)
        except BrokenProcessPool as error:
            print(type(error).__name__)
    try:
        loop.set_default_executor(pool)
    except TypeError as error:
        print("TypeError:", error)


if __name__ == "__main__":
    asyncio.run(main())
