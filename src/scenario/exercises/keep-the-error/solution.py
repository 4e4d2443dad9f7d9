import asyncio

async def save(name):
    await asyncio.sleep(0.2)
    if name == 'b.txt':
        raise OSError('the disk is full')
    print('saved', name)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            for name in ('a.txt', 'b.txt'):
                group.create_task(save(name))
    except* OSError:
        print('not all is saved')
    else:
        print('all is saved')

asyncio.run(main())
