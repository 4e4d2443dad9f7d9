"""Exception handlers: which contexts they are given, in which context variables they run, and what happens when they fail."""
import asyncio, contextvars, logging, sys
logging.basicConfig(stream=sys.stdout, format='%(levelname)s %(name)s %(message)s')
v = contextvars.ContextVar('v', default='none')
def handler(loop, context):
    print('handler', sorted(context), context['message'], repr(context.get('exception')), v.get())
async def main():
    loop = asyncio.get_running_loop()
    print(loop.get_exception_handler())
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    for bad in (5, 'x', object()):
        try: loop.set_exception_handler(bad)
        except TypeError as e: print(str(e).split(' 0x')[0])
    def boom(x): raise ValueError(x)
    v.set('main')
    loop.call_soon(boom, 1)
    ctx = contextvars.copy_context(); ctx.run(v.set, 'own')
    loop.call_soon(boom, 2, context=ctx)
    loop.call_later(0.1, boom, 3)
    await asyncio.sleep(0.2)
    async def fails():
        v.set('task')
        raise KeyError('k')
    t = asyncio.create_task(fails()); await asyncio.sleep(0); await asyncio.sleep(0); del t
    await asyncio.sleep(0)
    f = loop.create_future(); f.set_exception(OSError('lost')); del f
    await asyncio.sleep(0)
    loop.call_exception_handler({'message': 'by hand', 'extra': 1})
    def raising(loop, context): raise RuntimeError('in handler')
    loop.set_exception_handler(raising)
    loop.call_exception_handler({'message': 'first', 'exception': ValueError('v')})
    def exits(loop, context): raise SystemExit(3)
    loop.set_exception_handler(exits)
    try: loop.call_exception_handler({'message': 'm'})
    except SystemExit as e: print('exit', e.code)
    loop.set_exception_handler(None)
    loop.call_exception_handler({'message': 'default', 'zeta': [1], 'alpha': 'a'})
    loop.call_exception_handler({})
    loop.default_exception_handler({'message': 'direct', 'exception': ZeroDivisionError('z')})
    class Mine(Exception): pass
    fut = loop.create_future()
    fut.add_done_callback(lambda f: 1/0)
    fut.set_result(None)
    await asyncio.sleep(0); await asyncio.sleep(0)
asyncio.run(main())
