import asyncio

async def produce(queue):
    for item in 'abcd':
        await queue.put(item)
        print('put', item)
    await queue.put(None)  # no more

async def consume(queue):
    while (item := await queue.get()) is not None:
        await asyncio.sleep(1)
        print('used', item)

async def main():
    queue = asyncio.Queue(maxsize=2)
    async with asyncio.TaskGroup() as group:
        group.create_task(produce(queue), name='producer')
        group.create_task(consume(queue), name='consumer')

asyncio.run(main())
