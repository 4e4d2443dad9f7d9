# Recorded from CPython 3.8.
import asyncio

@asyncio.coroutine
def worker(name, lock, log):
    with (yield from lock):
        log.append(name + ' in')
        yield from asyncio.sleep(0)
        log.append(name + ' out')

@asyncio.coroutine
def main():
    lock = asyncio.Lock()
    log = []
    yield from asyncio.gather(*[worker(name, lock, log) for name in 'abc'])
    print(log, lock.locked())
    semaphore = asyncio.Semaphore(2)
    log = []
    yield from asyncio.gather(*[worker(name, semaphore, log) for name in 'abc'])
    print(log, semaphore.locked())
    try:
        with lock:
            print('never')
    except RuntimeError as error:
        print(error)
    try:
        with (yield from lock):
            raise KeyError('inside')
    except KeyError as error:
        print(repr(error), lock.locked())
    condition = asyncio.Condition()
    with (yield from condition):
        print('condition', condition.locked())
    print('condition', condition.locked())
    with (yield from lock) as nothing:
        print(nothing)

asyncio.get_event_loop().run_until_complete(main())
