/** Small programs, each for one thing that is drawn. */

const program = (body: string): string => `import asyncio\n\n${body.trim()}\n\nasyncio.run(main())\n`;

export const HANDLES = program(`
def ring():
    print('ring')

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(ring)
    never = loop.call_later(2, ring)
    loop.call_later(1, ring)
    await asyncio.sleep(0)
    never.cancel()
    await asyncio.sleep(3)
`);

export const FUTURES = program(`
async def reader(name, future):
    print(name, await future)

async def main():
    future = asyncio.get_running_loop().create_future()
    async with asyncio.TaskGroup() as group:
        group.create_task(reader('a', future))
        group.create_task(reader('b', future))
        await asyncio.sleep(1)
        future.set_result('news')
`);

export const CHAIN = program(`
async def four():
    await asyncio.sleep(1)

async def three():
    await four()

async def two():
    await three()

async def main():
    print('before'); await two(); print('after')
`);

export const LINES = program(`
async def visit(lock, seconds):
    async with lock:
        await asyncio.sleep(seconds)

async def main():
    lock = asyncio.Lock()
    gate = asyncio.Semaphore(2)
    await asyncio.gather(*[visit(lock, 1) for _ in range(3)])
    await asyncio.gather(*[visit(gate, 1) for _ in range(3)])
`);

export const MEETING = program(`
async def listen(condition):
    async with condition:
        await condition.wait()

async def meet(barrier):
    await barrier.wait()

async def main():
    condition = asyncio.Condition()
    barrier = asyncio.Barrier(2)
    listener = asyncio.create_task(listen(condition))
    guest = asyncio.create_task(meet(barrier))
    await asyncio.sleep(1)
    async with condition:
        condition.notify()
    await barrier.wait()
    await asyncio.wait([listener, guest])
`);

export const QUEUE = program(`
async def put(queue, item):
    await queue.put(item)

async def main():
    queue = asyncio.Queue(maxsize=1)
    writers = [asyncio.create_task(put(queue, item)) for item in 'xyz']
    await asyncio.sleep(1)
    for _ in writers:
        print(await queue.get())
    await asyncio.wait(writers)
`);

export const TIMEOUT = program(`
async def main():
    async with asyncio.timeout(5):
        await asyncio.sleep(1)
    try:
        async with asyncio.timeout(1):
            await asyncio.sleep(5)
    except TimeoutError:
        print('too late')
`);

export const GROUP = program(`
async def work(seconds):
    await asyncio.sleep(seconds)
    if seconds == 1:
        raise ValueError('no')

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(work(1))
            group.create_task(work(9))
    except* ValueError:
        print('failed')
`);

export const GATHER_AND_SHIELD = program(`
async def work(seconds):
    await asyncio.sleep(seconds)

async def main():
    await asyncio.gather(work(1), work(2))
    inner = asyncio.create_task(work(3))
    await asyncio.shield(inner)
`);

export const TOLD_WHOLE = program(`
async def inner():
    try:
        await asyncio.sleep(5)
    finally:
        print('inner cleans up')

async def outer():
    try:
        await inner()
    except asyncio.CancelledError:
        print('outer knows')
        raise

async def main():
    job = asyncio.create_task(outer())
    await asyncio.sleep(1)
    job.cancel('enough')
    await asyncio.wait([job])
`);

export const AS_COMPLETED = program(`
async def work(seconds):
    await asyncio.sleep(seconds)

async def main():
    for done in asyncio.as_completed([work(1), work(2)]):
        await done
`);

export const NOBODY_EVER = program(`
async def main():
    await asyncio.Event().wait()
`);
