import asyncio

tickets = 1
counter = asyncio.Lock()

async def buy(name):
    global tickets
    async with counter:              # one customer at a time
        if tickets > 0:              # check
            await asyncio.sleep(1)   # pay
            tickets -= 1             # act
            print(name, 'has a ticket')
        else:
            print(name, 'goes home')

async def main():
    await asyncio.gather(buy('Ann'), buy('Ben'))
    print('tickets left:', tickets)

asyncio.run(main())
