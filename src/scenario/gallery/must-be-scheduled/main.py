import asyncio

async def hello():
    print('hello')

coroutine = hello()
try:
    asyncio.create_task(coroutine)
except RuntimeError as error:
    print('RuntimeError:', error)

async def main():
    task = asyncio.create_task(coroutine, name='hello')
    print('it stands in the ready queue')
    await asyncio.sleep(0)  # main steps aside once
    print('it has run:', task.done())

asyncio.run(main())
