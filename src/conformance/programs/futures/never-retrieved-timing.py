import asyncio, sys
sys.stderr = sys.stdout

async def fail(x): raise ValueError(x)

def handler(loop, ctx): print('HANDLER', ctx['message'], repr(ctx.get('exception')), sorted(ctx))

async def main():
    loop = asyncio.get_running_loop(); loop.set_exception_handler(handler)
    print('dropped task'); asyncio.create_task(fail(1)); await asyncio.sleep(0); print('turn'); await asyncio.sleep(0); print('turn')
    t = asyncio.create_task(fail(2)); await asyncio.sleep(0.1); print('kept'); t = None; print('gone')
    t = asyncio.create_task(fail(3)); await asyncio.sleep(0.1); print(t.exception()); t = None; print('looked at')
    t = asyncio.create_task(fail(4)); await asyncio.sleep(0.1); t = asyncio.create_task(fail(5)); print('replaced'); await asyncio.sleep(0.1)
    del t; print('deleted')
    f = loop.create_future(); f.set_exception(KeyError('f')); f = None; print('future gone')
    f = loop.create_future(); f.set_exception(KeyError('g')); f.cancel(); f = None; print('cancel() clears the mark')
    f = loop.create_future(); f.set_exception(KeyError('h')); f._log_traceback = False; f = None; print('cleared by hand')
    f = loop.create_future()
    try: f._log_traceback = True
    except ValueError as e: print(e)
    def local(): u = loop.create_future(); u.set_exception(OSError('local')); print('in local')
    local(); print('left local')
    d = {'k': loop.create_future()}; d['k'].set_exception(IndexError('in dict')); d.clear(); print('cleared dict')
    l = [loop.create_future()]; l[0].set_exception(IndexError('in list')); l.pop(); print('popped')
    s = {asyncio.create_task(fail('set'))}; await asyncio.sleep(0.1); s.clear(); print('set cleared')
    t = asyncio.create_task(fail('cb')); t.add_done_callback(lambda t: print('cb', t.exception())); t = None; await asyncio.sleep(0.1)
    t = asyncio.create_task(fail('cb2')); t.add_done_callback(lambda t: print('cb does not look')); t = None; await asyncio.sleep(0.1); print('after cb2')
    g = asyncio.gather(asyncio.create_task(fail('g1')), asyncio.create_task(fail('g2')))
    try: await g
    except ValueError as e: print('gather', e)
    g = None; print('gather gone'); await asyncio.sleep(0.1)
    async def awaits(t):
        try: await t
        except ValueError: print('awaited')
    await awaits(asyncio.create_task(fail('aw'))); print('after awaits')
    class Obj: pass
    o = Obj(); o.t = asyncio.create_task(fail('attr')); await asyncio.sleep(0.1); o.t = None; print('attribute gone')
    return 'end of main'

print(asyncio.run(main()))
