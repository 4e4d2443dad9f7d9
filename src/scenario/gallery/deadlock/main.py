import asyncio

fork = asyncio.Lock()
knife = asyncio.Lock()

async def ann():
    async with fork:
        print('Ann has the fork')
        await asyncio.sleep(1)
        async with knife:
            print('Ann eats')

async def ben():
    async with knife:
        print('Ben has the knife')
        await asyncio.sleep(1)
        async with fork:
            print('Ben eats')

async def main():
    async with asyncio.TaskGroup() as table:
        table.create_task(ann(), name='ann')
        table.create_task(ben(), name='ben')

asyncio.run(main())
