import asyncio

async def save(document):
    await asyncio.sleep(1)
    raise OSError('the disk is full: ' + document)

async def main():
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(save('letter'))
            await asyncio.sleep(2)
            print('never printed')
    except* OSError as failed:
        print('not saved:', failed.exceptions[0])

asyncio.run(main())
