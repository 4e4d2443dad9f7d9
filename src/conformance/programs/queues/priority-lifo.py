import asyncio

async def main():
    p = asyncio.PriorityQueue()
    for x in (5, 1, 3, 2, 4): await p.put(x)
    print(p, [await p.get() for _ in range(5)])
    for x in ((2, 'b'), (1, 'z'), (2, 'a'), (1, 'y')): p.put_nowait(x)
    print([p.get_nowait() for _ in range(4)])
    l = asyncio.LifoQueue()
    for x in 'abc': l.put_nowait(x)
    print(l, [await l.get() for _ in range(3)])
    class Item:
        def __init__(self, n): self.n = n
        def __repr__(self): return f'Item({self.n})'
    p.put_nowait((1, Item(1)))
    try:
        p.put_nowait((1, Item(2)))
    except TypeError as e:
        print(e, p.qsize())
    from dataclasses import dataclass, field
    @dataclass(order=True)
    class Job:
        prio: int
        name: str = field(compare=False)
    q = asyncio.PriorityQueue(2)
    async def produce():
        for prio, name in ((3, 'low'), (1, 'high'), (2, 'mid'), (1, 'high2')):
            await q.put(Job(prio, name))
            print('put', name)
        await q.put(Job(99, 'stop'))
    async def consume():
        await asyncio.sleep(1)
        while (job := await q.get()).prio != 99:
            print('job', job)
            await asyncio.sleep(0.5)
            q.task_done()
    await asyncio.gather(produce(), consume())
    import itertools
    c = itertools.count()
    s = asyncio.PriorityQueue()
    for prio in (1, 0, 1, 0): s.put_nowait((prio, next(c), object))
    print([s.get_nowait()[:2] for _ in range(4)])

asyncio.run(main())
