# Timers that are due come after everything that was ready when the iteration looked for them.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    loop.call_later(0, print, 'later 0')
    loop.call_soon(print, 'soon 1')
    loop.call_at(loop.time() - 5, print, 'at -5')
    loop.call_later(-1, print, 'later -1')
    loop.call_soon(lambda: loop.call_soon(print, 'soon of soon'))
    loop.call_soon(print, 'soon 2')
    await asyncio.sleep(0)
    print('-- one turn')
    await asyncio.sleep(0)
    print('-- two turns')
    loop.call_later(0.5, print, 'a')
    loop.call_at(loop.time() + 0.5, print, 'b')
    loop.call_later(0.25, lambda: loop.call_later(0.25, print, 'c'))
    await asyncio.sleep(0.5)
    print('-- slept')
    await asyncio.sleep(0)


asyncio.run(main())
