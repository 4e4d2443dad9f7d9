import asyncio

async def greet(name):
    print('hello', name)
    return len(name)

async def main():
    greet('Ada')             # makes a coroutine object, and drops it
    later = greet('Grace')   # makes another one, and keeps it
    print('nothing has run')
    print('inside it waits', later.cr_frame.f_locals)

    task = asyncio.create_task(later)
    print('scheduled, and still nothing has run')
    print('result', await task)

asyncio.run(main())
