import asyncio

import aiohttp


async def ask(session, name):
    for pause in (0.1, 0.2, 0.4):
        try:
            async with session.get(f'https://{name}.example.net/status') as response:
                response.raise_for_status()
                print(name, 'says', await response.json())
                return
        except aiohttp.ClientResponseError as error:
            print(name, 'answers', error.status)
        except aiohttp.ClientConnectorError:
            print(name, 'refuses')
        except TimeoutError:
            print(name, 'is silent')
        await asyncio.sleep(pause)
    print(name, 'is given up')


async def main():
    async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=1)) as session:
        async with asyncio.TaskGroup() as group:
            for name in ('shop', 'mail', 'stock'):
                group.create_task(ask(session, name), name=name)


asyncio.run(main())
