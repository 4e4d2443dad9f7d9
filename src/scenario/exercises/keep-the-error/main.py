import asyncio

async def save(name):
    await asyncio.sleep(0.2)
    if name == 'b.txt':
        raise OSError('the disk is full')
    print('saved', name)

async def main():
    for name in ('a.txt', 'b.txt'):
        asyncio.create_task(save(name))
    await asyncio.sleep(1)
    print('all is saved')

asyncio.run(main())
