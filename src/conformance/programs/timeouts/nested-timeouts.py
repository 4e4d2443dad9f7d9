# Timeouts within timeouts: which of them expires, and what the others see.
import asyncio


async def nested(outer, inner, body):
    log = []
    try:
        async with asyncio.timeout(outer) as out:
            try:
                async with asyncio.timeout(inner) as inn:
                    await asyncio.sleep(body)
            except TimeoutError as error:
                log.append(('inner raised', repr(error.__cause__)))
            except asyncio.CancelledError:
                log.append('inner cancelled')
                raise
            await asyncio.sleep(0.1)
    except TimeoutError:
        log.append('outer raised')
    log.append((out.expired(), inn.expired(), asyncio.current_task().cancelling(), round(asyncio.get_running_loop().time(), 3)))
    return log


async def main():
    for times in ((1, 2, 3), (2, 1, 3), (1, 1, 3), (5, 5, 1), (0, 0, 1), (None, 1, 3), (1, None, 3), (1.05, 1, 3)):
        print(times, await nested(*times))


asyncio.run(main())
