import asyncio

log = []

def note(loop, name, *more):
    log.append(name)
    for m in more:
        loop.call_soon(note, loop, m)

async def main():
    loop = asyncio.get_running_loop()
    loop.call_soon(note, loop, 'a', 'a1', 'a2')
    loop.call_later(0, note, loop, 'timer0')
    loop.call_later(-1, note, loop, 'timer-1')
    loop.call_at(loop.time(), note, loop, 'at-now')
    loop.call_soon_threadsafe(note, loop, 'ts')
    h = loop.call_soon(note, loop, 'cancelled')
    loop.call_soon(h.cancel)
    h2 = loop.call_soon(note, loop, 'too late')
    h.cancel()
    for i in range(4):
        log.append(f'-{i}')
        await asyncio.sleep(0)
    print(' '.join(log))
    log.clear()
    # a handle cancels one later in the same snapshot
    later = None
    loop.call_soon(lambda: later.cancel())
    later = loop.call_soon(note, loop, 'never')
    loop.call_soon(note, loop, 'still')
    await asyncio.sleep(0)
    print(log, later.cancelled(), later)
    log.clear()
    # a timer that becomes ready and is cancelled by a callback of the same iteration
    t = loop.call_later(1, note, loop, 'killed')
    loop.call_later(1, note, loop, 'alive')
    first = loop.call_at(loop.time() + 0.9999999999, lambda: (log.append('killer'), t.cancel()))
    await asyncio.sleep(1)
    print(log, loop.time(), t, t.cancelled(), t.when())
    log.clear()
    for d in (0.3, 0.1, 0.2, 0.1, 0.3):
        loop.call_later(d, log.append, d)
    for i in range(6):
        loop.call_at(2.0, log.append, f'at{i}')
    await asyncio.sleep(2)
    print(log, loop.time())
    log.clear()
    loop.call_later(float('inf'), print, 'never')
    loop.call_later(True, log.append, 'bool')
    loop.call_at(5, log.append, 'int')
    await asyncio.sleep(1.5)
    await asyncio.sleep(1.5)
    print(log, loop.time())

asyncio.run(main())
