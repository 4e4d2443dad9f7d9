import asyncio

async def patient():
    try:
        await asyncio.sleep(10)
    except asyncio.CancelledError:
        me = asyncio.current_task()
        print('requests:', me.cancelling())
        print('after uncancel:', me.uncancel())
    await asyncio.sleep(1)
    return 'finished'

async def main():
    task = asyncio.create_task(patient(), name='patient')
    await asyncio.sleep(1)
    task.cancel()
    print(await task, task.cancelled(), task.cancelling())

asyncio.run(main())
