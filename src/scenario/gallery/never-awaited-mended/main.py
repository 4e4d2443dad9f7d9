import asyncio

async def greet(name):
    await asyncio.sleep(1)
    print('Hello', name)

async def main():
    await greet('Ada')
    task = asyncio.create_task(greet('Grace'))
    print('Grace will be greeted')
    await task

asyncio.run(main())
