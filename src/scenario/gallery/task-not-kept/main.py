import asyncio

async def log(message):
    await asyncio.sleep(1)
    print('logged', message)

async def main():
    asyncio.create_task(log('started'))  # nobody keeps it
    await asyncio.sleep(2)

asyncio.run(main())
