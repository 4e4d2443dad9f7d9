"""One cancel() on its way through awaits, gathers, shields and finally clauses: who sees it in which iteration, and the counts."""
import asyncio
async def main():
    log = []; turn = 0
    loop = asyncio.get_running_loop()
    def tick():
        nonlocal turn; turn += 1
        if turn < 40: loop.call_soon(tick)
    def say(*a): log.append((turn - start, *a))
    async def bottom():
        try: await asyncio.sleep(10)
        except asyncio.CancelledError as e: say('bottom', e.args, asyncio.current_task().cancelling()); raise
        finally: say('bottom finally')
    async def middle():
        t = asyncio.create_task(bottom(), name='bottom')
        try: await t
        except asyncio.CancelledError as e: say('middle', e.args, asyncio.current_task().cancelling(), t.cancelling()); raise
    async def top(kind):
        m = asyncio.create_task(middle(), name='middle')
        try:
            if kind == 'plain': await m
            elif kind == 'gather': await asyncio.gather(m, asyncio.sleep(20))
            elif kind == 'shield': await asyncio.shield(m)
            elif kind == 'wait': await asyncio.wait([m])
            elif kind == 'wait_for': await asyncio.wait_for(m, 50)
        except asyncio.CancelledError as e: say('top', e.args, asyncio.current_task().cancelling(), m.done(), m.cancelling()); raise
        finally:
            if not m.done(): m.cancel('left over')
    for kind in ('plain', 'gather', 'shield', 'wait', 'wait_for'):
        log.clear(); turn = 0; start = 0
        t = asyncio.create_task(top(kind))
        for _ in range(5): await asyncio.sleep(0)
        loop.call_soon(tick); await asyncio.sleep(0); start = turn
        print(kind, t.cancel('msg'), t.cancelling())
        try: await t
        except asyncio.CancelledError as e: say('main', e.args)
        await asyncio.sleep(0.1)
        for line in log: print('  ', line)
asyncio.run(main())
