import asyncio

balance = 100

async def ask_the_bank():
    await asyncio.sleep(0.1)

async def withdraw(amount):
    global balance
    before = balance
    await ask_the_bank()
    balance = before - amount

async def main():
    await asyncio.gather(withdraw(10), withdraw(20), withdraw(30))
    print('left:', balance)

asyncio.run(main())
