import asyncio, sys

async def child():
    try:
        await asyncio.sleep(100)
    finally:
        print('child cleaned up')

async def exits():
    asyncio.create_task(child())
    await asyncio.sleep(1)
    sys.exit(3)

try:
    asyncio.run(exits())
except SystemExit as e:
    print('SystemExit', e.code)

async def keyboard():
    asyncio.create_task(child())
    await asyncio.sleep(1)
    raise KeyboardInterrupt

try:
    asyncio.run(keyboard())
except KeyboardInterrupt as e:
    print(repr(e))

async def exit_in_task():
    async def bad():
        raise SystemExit('from task')
    t = asyncio.create_task(bad())
    try:
        await asyncio.sleep(5)
    except asyncio.CancelledError:
        print('main cancelled by shutdown')
        raise
try:
    asyncio.run(exit_in_task())
except SystemExit as e:
    print(e)

def cb(): raise KeyboardInterrupt('in callback')
async def cb_exit():
    asyncio.get_running_loop().call_later(1, cb)
    try:
        await asyncio.sleep(10)
    finally:
        print('finally in main', asyncio.get_running_loop().time())
try:
    asyncio.run(cb_exit())
except KeyboardInterrupt as e:
    print(repr(e))
async def code():
    sys.exit(7)
asyncio.run(code())
