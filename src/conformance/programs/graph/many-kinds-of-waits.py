"""The call graph: what capture_call_graph finds of tasks, gathers, shields, waits and task groups, and how it is written."""
import asyncio, io
def show(graph, depth=0):
    fut = graph.future
    name = fut.get_name() if isinstance(fut, asyncio.Task) else type(fut).__name__
    print('  ' * depth + name, [f.frame.f_code.co_qualname for f in graph.call_stack])
    for other in sorted(graph.awaited_by, key=lambda g: g.future.get_name() if isinstance(g.future, asyncio.Task) else ''):
        show(other, depth + 1)
async def leaf(n):
    await asyncio.sleep(n)
async def middle(n):
    await leaf(n)
async def with_group():
    async with asyncio.TaskGroup() as tg:
        tg.create_task(middle(1), name='g1')
        tg.create_task(middle(1), name='g2')
async def gen():
    await asyncio.sleep(1)
    yield 1
async def over():
    async for _ in gen():
        pass
async def main():
    loop = asyncio.get_running_loop()
    asyncio.current_task().set_name('main')
    async def watch():
        await asyncio.sleep(0.5)
        for name in ('g1', 'a', 'w', 's', 'fut-waiter', 'over'):
            for task in asyncio.all_tasks():
                if task.get_name() == name:
                    graph = asyncio.capture_call_graph(task)
                    show(graph)
        print(asyncio.capture_call_graph(loop.create_future()))
        own = asyncio.capture_call_graph()
        print(own.future.get_name(), [f.frame.f_code.co_qualname for f in own.call_stack], own.awaited_by)
        print([f.frame.f_code.co_qualname for f in asyncio.capture_call_graph(limit=0).call_stack])
        for limit in (None, 1, -1):
            graph = asyncio.capture_call_graph([t for t in asyncio.all_tasks() if t.get_name() == 'g1'][0], limit=limit)
            print(limit, [f.frame.f_code.co_qualname for f in graph.call_stack])
        text = asyncio.format_call_graph([t for t in asyncio.all_tasks() if t.get_name() == 'g1'][0])
        import re
        print(re.sub('id=0x[0-9a-f]+', 'id=N', text))
        out = io.StringIO()
        asyncio.print_call_graph(file=out, limit=1)
        print(re.sub('id=0x[0-9a-f]+', 'id=N', out.getvalue()))
        try: asyncio.capture_call_graph(5)
        except TypeError as e: print(e)
    w = asyncio.create_task(watch(), name='watch')
    g = asyncio.create_task(with_group(), name='group')
    a = asyncio.create_task(middle(1), name='a')
    both = asyncio.gather(a, middle(1))
    t = asyncio.create_task(leaf(1), name='w')
    async def waits(): await asyncio.wait([t])
    async def waits2(): await asyncio.wait_for(t, 5)
    s = asyncio.create_task(leaf(1), name='s')
    async def shields(): await asyncio.shield(s)
    f = loop.create_future()
    async def plain(): await f
    loop.call_later(1, f.set_result, None)
    others = [asyncio.create_task(c(), name=c.__name__) for c in (waits, waits2, shields, over)]
    p = asyncio.create_task(plain(), name='fut-waiter')
    await both; await g; await w
    for o in others + [p]: await o
asyncio.run(main())
try: asyncio.capture_call_graph()
except RuntimeError as e: print(e)
print(asyncio.format_call_graph.__name__)
