import asyncio

async def produce(queue):
    for number in range(20):
        await asyncio.sleep(0.1)
        await queue.put(number)  # waits for room

async def consume(queue):
    while True:
        await queue.get()
        await asyncio.sleep(1)

async def main():
    queue = asyncio.Queue(maxsize=3)
    consumer = asyncio.create_task(consume(queue))
    await produce(queue)
    print('waiting in the queue:', queue.qsize())
    consumer.cancel()

asyncio.run(main())
