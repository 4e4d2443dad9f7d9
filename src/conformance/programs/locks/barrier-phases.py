"""A barrier used again and again: indices, phases, late comers, reset and abort while tasks wait."""
import asyncio
async def main():
    b = asyncio.Barrier(3); log = []
    async def worker(name, rounds):
        for r in range(rounds):
            i = await b.wait(); log.append((r, name, i))
    await asyncio.gather(*(worker(n, 2) for n in 'abc')); print(log)
    async def meet(name):
        try:
            async with b as i: return name, i
        except asyncio.BrokenBarrierError as e: return name, repr(e)
    t = [asyncio.create_task(meet(n)) for n in 'xy']; await asyncio.sleep(0)
    print(b.n_waiting, b.broken, b.parties); await b.reset()
    print(await asyncio.gather(*t), b.n_waiting)
    t = [asyncio.create_task(meet(n)) for n in 'uv']; await asyncio.sleep(0); await b.abort()
    print(await asyncio.gather(*t), b.broken); print(await meet('late'))
    await b.reset(); print(b.broken)
    t = [asyncio.create_task(meet(n)) for n in 'pqr']; print(await asyncio.gather(*t))
    t = [asyncio.create_task(meet(n)) for n in 'mn']; await asyncio.sleep(0); t[0].cancel(); await asyncio.sleep(0)
    print(b.n_waiting); t += [asyncio.create_task(meet(n)) for n in 'op']; print([await x for x in t[1:]], t[0].cancelled())
    for bad in (0, -1):
        try: asyncio.Barrier(bad)
        except ValueError as e: print(e)
asyncio.run(main())
