import asyncio

def show(f, *a, **k):
    try: print('->', f(*a, **k))
    except BaseException as e: print(type(e).__name__, e, repr(e.__context__), repr(e.__cause__))

async def ki_in_task():
    async def bad(): await asyncio.sleep(1); raise KeyboardInterrupt('task')
    t = asyncio.create_task(bad())
    try: await asyncio.sleep(9)
    except asyncio.CancelledError as e: print('main cancelled', e.args, t); return 'ignored'
async def ki_in_main():
    try: raise KeyboardInterrupt('main')
    finally: await asyncio.sleep(0)
async def ki_in_callback():
    def cb(): raise KeyboardInterrupt('cb')
    asyncio.get_running_loop().call_later(1, cb)
    try: await asyncio.sleep(9)
    finally: await asyncio.sleep(1); print('cleaned', asyncio.get_running_loop().time())
async def exit_in_child():
    async def bad(): raise SystemExit(3)
    t = asyncio.create_task(bad()); await t
async def exit_caught():
    async def bad(): raise SystemExit('c')
    t = asyncio.create_task(bad())
    try: await t
    except SystemExit as e: print('caught in main', e); raise ValueError('from main')
async def self_cancel():
    asyncio.current_task().cancel('bye'); await asyncio.sleep(0)
async def cancel_and_finish():
    asyncio.current_task().cancel('bye'); return 'lost'
async def cancel_uncancel():
    t = asyncio.current_task(); t.cancel(); t.uncancel(); return 'fine'
async def gen_exit(): raise GeneratorExit('g')
async def stop_it(): raise StopIteration('s')
async def nested_run():
    c = gen_exit()
    try: asyncio.run(c)
    finally: c.close()
async def run_in_other_loop():
    c = stop_it(); l = asyncio.new_event_loop()
    try: l.run_until_complete(c)
    finally: c.close(); l.close()
for f in (ki_in_task, ki_in_main, ki_in_callback, exit_in_child, exit_caught, self_cancel, cancel_and_finish, cancel_uncancel, gen_exit, stop_it, nested_run, run_in_other_loop):
    print(f.__name__); show(asyncio.run, f())
with asyncio.Runner() as r:
    for f in (ki_in_callback, self_cancel, cancel_uncancel, ki_in_main): show(r.run, f())
    print(r.get_loop().is_running(), r.get_loop().is_closed())
