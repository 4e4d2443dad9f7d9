import asyncio
async def stubborn():
    for i in range(3):
        try: await asyncio.sleep(100)
        except asyncio.CancelledError: print('no', i, asyncio.current_task().cancelling()); await asyncio.sleep(1); return 'gave in'
async def spawns():
    try: await asyncio.sleep(100)
    finally:
        global child
        child = asyncio.create_task(late(), name='late'); print('spawned')
async def late():
    try: print('late runs'); await asyncio.sleep(50); print('late ends')
    except asyncio.CancelledError: print('late cancelled'); raise
async def agen(n):
    try:
        for i in range(5): yield i
    except GeneratorExit: print('generator exit', n); raise
    finally: print('closed', n, asyncio.current_task().get_name())

async def bad_agen():
    try: yield 1
    finally: raise OSError('in aclose')

async def main():
    global ts, gens
    ts = [asyncio.create_task(spawns(), name='spawns')]; await asyncio.sleep(0)
    gens = [agen('a')]; await anext(gens[0])
    loop = asyncio.get_running_loop()
    loop.call_later(0.5, print, 'timer during shutdown'); loop.call_later(999, print, 'never')
    return 'done'

print(asyncio.run(main())); print(child, ts)
async def two():
    global ts
    ts = [asyncio.create_task(stubborn())]; await asyncio.sleep(0)
asyncio.run(two()); print(ts)
async def three():
    global g
    g = bad_agen(); await anext(g)
    asyncio.get_running_loop().set_exception_handler(lambda l, c: print(c['message'].split(' at 0x')[0], repr(c['exception']), type(c['asyncgen']).__name__))
asyncio.run(three())
async def four():
    loop = asyncio.get_running_loop()
    g = agen('four'); await anext(g)
    await loop.shutdown_asyncgens(); print('shut'); print([x async for x in g])
    await loop.shutdown_asyncgens()
    await loop.shutdown_default_executor(); await loop.shutdown_default_executor()
    try: await loop.run_in_executor(None, print)
    except RuntimeError as e: print(e)
asyncio.run(four())
async def five():
    t = asyncio.create_task(late()); t2 = asyncio.create_task(asyncio.sleep(1)); t.cancel(); asyncio.current_task().cancel('main'); await asyncio.sleep(5)
try: asyncio.run(five())
except asyncio.CancelledError as e: print('main cancelled', e.args)
loop = asyncio.new_event_loop()
t = loop.create_task(late()); loop.run_until_complete(asyncio.sleep(1)); loop.close(); print(t, loop)
t.cancel() if False else None
async def six(): raise SystemExit(4)
try: asyncio.run(six())
except SystemExit as e: print('exit', e.code)
