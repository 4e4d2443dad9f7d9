import asyncio

async def say_after(delay, what):
    await asyncio.sleep(delay)
    print(what)

async def main():
    loop = asyncio.get_running_loop()
    print('started at', loop.time())
    await say_after(1, 'hello')
    await say_after(2, 'world')
    print('finished at', loop.time())

    task1 = asyncio.create_task(say_after(1, 'hello'))
    task2 = asyncio.create_task(say_after(2, 'world'))
    print('started at', loop.time())
    await task1
    await task2
    print('finished at', loop.time())

    async with asyncio.TaskGroup() as tg:
        tg.create_task(say_after(1, 'hello'))
        tg.create_task(say_after(2, 'world'))
        print('started at', loop.time())
    print('finished at', loop.time())

if __name__ == '__main__':
    asyncio.run(main())
