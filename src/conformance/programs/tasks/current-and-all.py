import asyncio

async def child(n):
    print(asyncio.current_task().get_name(), len(asyncio.all_tasks()))
    await asyncio.sleep(n)
    print('left', sorted(t.get_name() for t in asyncio.all_tasks()))

async def main():
    loop = asyncio.get_running_loop()
    me = asyncio.current_task()
    print(me.get_name(), asyncio.all_tasks() == {me}, asyncio.current_task(loop) is me)
    ts = [asyncio.create_task(child(i), name=f'child-{i}') for i in range(3)]
    print(len(asyncio.all_tasks()))
    loop.call_soon(lambda: print('in callback', asyncio.current_task()))
    await ts[0]
    await asyncio.gather(*ts)
    async def inline(): return asyncio.current_task() is me
    print(await inline())
    print([t.get_name() for t in asyncio.all_tasks()])
    pending = asyncio.create_task(child(100), name='pending')
    await asyncio.sleep(0)
    for t in asyncio.all_tasks():
        if t is not me:
            print('cancel', t.get_name(), t.cancel())
    await asyncio.gather(pending, return_exceptions=True)
    print(pending.cancelled())
    print(pending.get_stack())
    t = asyncio.create_task(child(1), name='stack')
    await asyncio.sleep(0)
    print([(f.f_code.co_name, f.f_lineno) for f in t.get_stack()])
    import sys
    t.print_stack(file=sys.stdout)
    await t

asyncio.run(main())
