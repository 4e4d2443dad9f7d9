"""asyncio.wait by each return_when with results, failures, cancellations and time-outs; nothing is cancelled and nothing raised."""
import asyncio
async def job(n, what='ok'):
    await asyncio.sleep(n)
    if what == 'fail': raise ValueError(n)
    if what == 'cancel': raise asyncio.CancelledError
    return n
async def main():
    loop = asyncio.get_running_loop()
    for when in (asyncio.FIRST_COMPLETED, asyncio.FIRST_EXCEPTION, asyncio.ALL_COMPLETED):
        for spec in ([(1, 'ok'), (2, 'fail'), (3, 'ok')], [(1, 'cancel'), (2, 'ok'), (3, 'fail')], [(1, 'ok'), (1, 'ok'), (5, 'ok')]):
            for timeout in (None, 2.5, 0):
                t0 = loop.time()
                ts = [asyncio.create_task(job(*s), name=str(i)) for i, s in enumerate(spec)]
                done, pending = await asyncio.wait(ts, return_when=when, timeout=timeout)
                print(when, spec, timeout, sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending), round(loop.time() - t0, 2))
                for t in ts: t.cancel()
                await asyncio.gather(*ts, return_exceptions=True)
    t = asyncio.create_task(job(5))
    w = asyncio.create_task(asyncio.wait([t])); await asyncio.sleep(0); w.cancel()
    try: await w
    except asyncio.CancelledError: print('wait cancelled', t.cancelled(), t.done())
    t.cancel()
    for bad in ([], t, 5, 'ab', [5], [job(1)], (x for x in [job(1)])):
        try: await asyncio.wait(bad)
        except Exception as e: print(type(e).__name__, e)
    try: await asyncio.wait([t], return_when='x')
    except ValueError as e: print(e)
    print(await asyncio.wait({t: 1}.keys()) == ({t}, set()), await asyncio.wait((x for x in [t, t])) == ({t}, set()))
import warnings; warnings.simplefilter('ignore')
asyncio.run(main())
