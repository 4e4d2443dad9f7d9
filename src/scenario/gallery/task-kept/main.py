import asyncio

background = set()

async def log(message):
    await asyncio.sleep(1)
    print('logged', message)

async def main():
    task = asyncio.create_task(log('started'))
    background.add(task)
    task.add_done_callback(background.discard)
    del task
    await asyncio.sleep(2)
    print('kept now:', len(background))

asyncio.run(main())
