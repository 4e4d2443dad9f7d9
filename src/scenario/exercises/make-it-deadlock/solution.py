import asyncio

left, right = asyncio.Lock(), asyncio.Lock()

async def dine(name, first, second):
    async with first:
        await asyncio.sleep(0.1)
        async with second:
            print(name, 'eats')

async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(dine('Ada', left, right))
        table.create_task(dine('Bob', right, left))

asyncio.run(main())
