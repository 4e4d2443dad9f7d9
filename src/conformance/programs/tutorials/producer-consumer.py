from random import random, seed
import asyncio

async def producer(queue):
    print('Producer: Running')
    for i in range(10):
        value = random()
        await asyncio.sleep(value)
        await queue.put(value)
        print(f'> produced {value:.6f}')
    await queue.put(None)
    print('Producer: Done')

async def consumer(queue):
    print('Consumer: Running')
    while True:
        item = await queue.get()
        if item is None:
            break
        await asyncio.sleep(item / 2)
        print(f'>got {item:.6f}')
    print('Consumer: Done')

async def main():
    seed(1)
    queue = asyncio.Queue(maxsize=2)
    await asyncio.gather(producer(queue), consumer(queue))

asyncio.run(main())
