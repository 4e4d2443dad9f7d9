import asyncio

async def inner(n):
    await asyncio.sleep(1)
    return 60 // n

async def middle(n):
    return await inner(n) + 5

async def outer(n):
    return await middle(n) * 10

async def main():
    print('value', await outer(2))
    try:
        print('value', await outer(0))
    except ZeroDivisionError as error:
        print('exception', error)

asyncio.run(main())
