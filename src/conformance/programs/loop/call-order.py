import asyncio

async def main():
    loop = asyncio.get_running_loop()
    log = lambda *a: print(*a, loop.time())
    loop.call_later(1, log, 'later 1')
    loop.call_later(0.5, log, 'later .5')
    loop.call_later(0, log, 'later 0')
    loop.call_later(-1, log, 'later -1')
    loop.call_at(0.75, log, 'at .75')
    loop.call_soon(log, 'soon a')
    loop.call_soon(log, 'soon b')
    loop.call_soon(lambda: (log('soon c'), loop.call_soon(log, 'soon from c'), loop.call_later(0, log, 'zero from c')))
    await asyncio.sleep(0)
    log('main after one turn')
    await asyncio.sleep(0)
    log('main after two turns')
    await asyncio.sleep(2)
    log('end')

asyncio.run(main())
