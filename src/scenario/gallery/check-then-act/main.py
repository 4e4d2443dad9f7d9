import asyncio

tickets = 1

async def buy(name):
    global tickets
    if tickets > 0:              # check
        await asyncio.sleep(1)   # pay: everybody else may run now
        tickets -= 1             # act
        print(name, 'has a ticket')
    else:
        print(name, 'goes home')

async def main():
    await asyncio.gather(buy('Ann'), buy('Ben'))
    print('tickets left:', tickets)

asyncio.run(main())
