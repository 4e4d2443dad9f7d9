import asyncio, sys

async def leaf():
    await asyncio.sleep(1)

async def middle():
    await leaf()

async def parent(t):
    await t

async def main():
    t = asyncio.create_task(middle(), name='T')
    p = asyncio.create_task(parent(t), name='P')
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    asyncio.print_call_graph(t, file=sys.stdout)
    g = asyncio.capture_call_graph(t)
    print([f.frame.f_code.co_name for f in g.call_stack], [len(a.call_stack) for a in g.awaited_by])
    await p
    print(asyncio.capture_call_graph(t).awaited_by)

asyncio.run(main())
