import asyncio

async def fetch(what, seconds):
    await asyncio.sleep(seconds)
    return what

async def main():
    user, news = await asyncio.gather(fetch('user', 2), fetch('news', 3))
    print(user, 'and', news, 'after', asyncio.get_running_loop().time(), 's')

asyncio.run(main())
