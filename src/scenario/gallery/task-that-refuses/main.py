import asyncio

async def polite(n):
    try:
        await asyncio.sleep(n)
    finally:
        await asyncio.sleep(0.3)  # clean up

async def stubborn(n):
    while True:
        try:
            return await asyncio.sleep(n)
        except asyncio.CancelledError:
            print('not today')

async def main():
    a = asyncio.create_task(polite(2))
    b = asyncio.create_task(stubborn(1))
    await asyncio.sleep(0.5)
    a.cancel(); b.cancel()
    await asyncio.wait([a, b])

asyncio.run(main())
