import asyncio

async def tidy():
    try:
        await asyncio.sleep(10)
    finally:
        await asyncio.sleep(1)  # put everything back

async def main():
    future = asyncio.get_running_loop().create_future()
    task = asyncio.create_task(tidy(), name='tidy')
    await asyncio.sleep(2)

    future.cancel()
    print('future cancelled:', future.cancelled())
    task.cancel()
    print('task cancelled:', task.cancelled())
    await asyncio.wait([task])
    print('task cancelled:', task.cancelled(), 'one second later')

asyncio.run(main())
