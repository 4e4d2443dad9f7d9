import asyncio

async def sleeper(name, delay):
    await asyncio.sleep(delay)
    print(name, asyncio.get_running_loop().time())

async def main():
    loop = asyncio.get_running_loop()
    await asyncio.gather(*[sleeper(i, 1) for i in range(10)])
    for i in range(7):
        loop.call_later(1, print, 'later', i)
    await asyncio.sleep(1)
    print('slept exactly as long')
    async def limited(i):
        try:
            async with asyncio.timeout(1):
                await asyncio.Event().wait()
        except TimeoutError:
            print('timeout', i, loop.time())
    await asyncio.gather(*[limited(i) for i in range(5)], sleeper('last', 1))
    t = loop.time() + 1
    hs = [loop.call_later(1, print, 'h', i) for i in range(6)]
    hs[2].cancel(); hs[4].cancel()
    loop.call_later(0.5, hs[0].cancel)
    await asyncio.sleep(1.5)
    await asyncio.gather(sleeper('a', 0.3), sleeper('b', 0.1), sleeper('c', 0.2), sleeper('d', 0.1), sleeper('e', 0.3))

asyncio.run(main())
