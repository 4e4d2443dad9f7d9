import asyncio

async def child():
    try:
        await asyncio.sleep(100)
    finally:
        print('child finally')
        await asyncio.sleep(1)
        print('child cleaned', asyncio.get_running_loop().time())

async def main():
    t = asyncio.create_task(child())
    await asyncio.sleep(1)
    asyncio.current_task().cancel('goodbye')
    try:
        await asyncio.sleep(1)
    finally:
        print('main finally')

try:
    asyncio.run(main())
except asyncio.CancelledError as e:
    print('run raised', repr(e))

async def swallow():
    asyncio.current_task().cancel()
    try:
        await asyncio.sleep(1)
    except asyncio.CancelledError:
        pass
    return 'value'

print(asyncio.run(swallow()))

async def last():
    raise asyncio.CancelledError('uncaught')

asyncio.run(last())
