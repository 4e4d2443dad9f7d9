"""A service that fails three times."""
import asyncio

asked = 0

async def ask():
    global asked
    asked += 1
    print('asked at', round(asyncio.get_running_loop().time()))
    await asyncio.sleep(0)
    if asked <= 3:
        raise ConnectionError('try again')
    return 'sunny'
