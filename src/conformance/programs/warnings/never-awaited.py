import asyncio

async def co():
    print('never printed')

async def main():
    co()
    x = co()
    del x
    asyncio.sleep(1)
    [co() for _ in range(2)]
    print('main ends')

asyncio.run(main())
co()
print('module ends')
