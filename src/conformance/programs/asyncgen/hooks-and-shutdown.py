# Asynchronous generators and the loop: its hooks, aclose at shutdown, iteration after it.
import asyncio
import sys


async def counts(name, log):
    try:
        for n in range(10):
            yield n
    finally:
        log.append((name, 'closing'))
        await asyncio.sleep(0.1)
        log.append((name, 'closed'))


async def main(log, kept):
    hooks = sys.get_asyncgen_hooks()
    print(hooks.firstiter is not None, hooks.finalizer is not None)
    kept.append(counts('kept', log))
    print(await anext(kept[0]))
    async for n in counts('finished', log):
        pass
    explicit = counts('explicit', log)
    await anext(explicit)
    await explicit.aclose()
    unstarted = counts('unstarted', log)
    kept.append(unstarted)
    print(log)


log, kept = [], []
asyncio.run(main(log, kept))
print(log, sys.get_asyncgen_hooks())


async def after():
    try:
        await anext(kept[0])
    except StopAsyncIteration:
        print('exhausted')


asyncio.run(after())


async def fails_closing():
    try:
        yield 1
    finally:
        raise ValueError('while closing')


async def second(kept):
    asyncio.get_running_loop().set_exception_handler(lambda loop, context: print(context['message'].partition(' at 0x')[0], repr(context['exception']), sorted(context)))
    kept.append(fails_closing())
    await anext(kept[-1])


asyncio.run(second(kept))
