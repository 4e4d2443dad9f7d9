# What callbacks schedule runs in the next iteration, however deep.
import asyncio

log = []


def again(depth):
    log.append((asyncio.get_running_loop().time(), depth))
    if depth < 4:
        asyncio.get_running_loop().call_soon(again, depth + 1)
        asyncio.get_running_loop().call_soon(log.append, f'beside {depth}')


async def main():
    asyncio.get_running_loop().call_soon(again, 0)
    for n in range(6):
        log.append(f'turn {n}')
        await asyncio.sleep(0)


asyncio.run(main())
print(*log, sep='\n')
