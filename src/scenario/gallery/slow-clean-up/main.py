import asyncio

async def writer():
    try:
        await asyncio.sleep(60)
    except asyncio.CancelledError:
        print('writer: first I close the file')
        await asyncio.sleep(1.5)
        print('writer: closed')
        raise

async def main():
    clock = asyncio.get_running_loop().time
    task = asyncio.create_task(writer(), name='writer')
    await asyncio.sleep(1)
    asked = clock()
    task.cancel()
    try:
        await task
    except asyncio.CancelledError:
        print(f'main: that took {clock() - asked:.1f} s')

asyncio.run(main())
