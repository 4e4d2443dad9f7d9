import asyncio

class Crawler:
    def __init__(self, graph): self.graph, self.seen, self.order = graph, set(), []

    async def visit(self, tg, node):
        if node in self.seen: return
        self.seen.add(node)
        await asyncio.sleep(len(node) * 0.1)
        self.order.append((node, round(asyncio.get_running_loop().time(), 2)))
        for n in self.graph.get(node, ()):
            tg.create_task(self.visit(tg, n), name=f'visit {n}')

async def main():
    c = Crawler({'a': ['bb', 'c'], 'bb': ['ddd', 'a'], 'c': ['ddd', 'e'], 'e': ['ffff']})
    async with asyncio.TaskGroup() as tg:
        tg.create_task(c.visit(tg, 'a'))
    print(c.order)
    async def handled():
        try:
            async with asyncio.TaskGroup() as tg:
                t1 = tg.create_task(fail(1, ValueError('v')))
                t2 = tg.create_task(fail(1, TypeError('t')))
                t3 = tg.create_task(asyncio.sleep(0.5, 'fine'))
        except* ValueError as eg:
            print('values', [str(e) for e in eg.exceptions])
        except* TypeError as eg:
            print('types', [str(e) for e in eg.exceptions])
        print(t1.exception() is not None, t2.done(), t3.result())
    async def fail(d, e):
        await asyncio.sleep(d)
        raise e
    await handled()
    async def one():
        async with asyncio.TaskGroup() as tg:
            tg.create_task(fail(0, LookupError('only')))
    try:
        await one()
    except* LookupError as eg:
        print(eg.exceptions[0].args)
    async def inner_scope():
        async with asyncio.TaskGroup() as tg:
            try:
                async with asyncio.TaskGroup() as sub:
                    sub.create_task(fail(0.1, OSError('sub')))
                    sub.create_task(asyncio.sleep(5))
            except* OSError:
                print('sub group failed, outer goes on')
            t = tg.create_task(asyncio.sleep(0.2, 'outer fine'))
        return t.result()
    print(await inner_scope())
    async def late_add():
        async with asyncio.TaskGroup() as tg:
            async def later():
                await asyncio.sleep(1)
                tg.create_task(asyncio.sleep(1))
            tg.create_task(later())
        print('late child awaited', round(asyncio.get_running_loop().time(), 2))
    await late_add()

asyncio.run(main())
