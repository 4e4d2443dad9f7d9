import asyncio, sys

async def w(t, fail=None):
    await asyncio.sleep(t)
    if fail: raise fail

class Base(BaseException): pass

async def ki(kind):
    async with asyncio.TaskGroup() as tg:
        tg.create_task(w(1, kind)); tg.create_task(w(9)); 
        try: await asyncio.sleep(5)
        except asyncio.CancelledError: print('body cancelled'); raise

async def base():
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(w(1, Base('b'))); tg.create_task(w(1, ValueError('v')))
    except BaseExceptionGroup as e: print(type(e).__name__, e, e.exceptions)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(w(1)); raise Base('body')
    except BaseExceptionGroup as e: print(type(e).__name__, e, e.exceptions)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(w(1)); raise KeyboardInterrupt('body')
    except BaseException as e: print(type(e).__name__, e)
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(w(1)); raise SystemExit(3)
    except BaseException as e: print(type(e).__name__, e)

for kind in (KeyboardInterrupt('k'), SystemExit(5)):
    try: asyncio.run(ki(kind))
    except BaseException as e: print('out', repr(e), repr(e.__context__))
asyncio.run(base())

async def parent_done():
    loop = asyncio.get_running_loop()
    async def body():
        tg = asyncio.TaskGroup()
        await tg.__aenter__()
        tg.create_task(w(1, ValueError('orphan')), name='orphan')
    t = asyncio.create_task(body(), name='parent'); await t
    await asyncio.sleep(2)
asyncio.run(parent_done())

async def direct_ki():
    t = asyncio.create_task(w(1, KeyboardInterrupt('direct')), name='ki')
    try: await asyncio.sleep(5)
    except asyncio.CancelledError: print('main cancelled', asyncio.get_running_loop().time(), t); raise
try: asyncio.run(direct_ki())
except KeyboardInterrupt as e: print('out', repr(e))

async def callback_exit():
    asyncio.get_running_loop().call_later(1, sys.exit, 7)
    try: await asyncio.sleep(5)
    finally: print('finally', asyncio.get_running_loop().time())
try: asyncio.run(callback_exit())
except SystemExit as e: print('exit', e.code)
async def main_exit(): sys.exit('bye')
asyncio.run(main_exit())
