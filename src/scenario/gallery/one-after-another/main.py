import asyncio

async def fetch(what, seconds):
    await asyncio.sleep(seconds)
    return what

async def main():
    user = await fetch('user', 2)
    news = await fetch('news', 3)
    print(user, 'and', news, 'after', asyncio.get_running_loop().time(), 's')

asyncio.run(main())
