import asyncio

async def save(document):
    await asyncio.sleep(1)
    raise OSError('the disk is full: ' + document)

async def main():
    saving = asyncio.create_task(save('letter'))
    await asyncio.sleep(2)  # meanwhile it has failed
    print('all is well, it seems')

asyncio.run(main())
