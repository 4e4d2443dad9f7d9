import asyncio, sys
sys.stderr = sys.stdout

class Base(BaseException): pass

def boom(*a):
    raise ValueError('boom')

def base():
    raise Base('b')

class Callable:
    def __call__(self): raise KeyError('k')
    def method(self): raise TypeError('m')
    def __repr__(self): return '<Callable>'

async def main():
    import functools
    loop = asyncio.get_running_loop()
    def handler(loop, context):
        print(sorted(context), context['message'].replace('main.py', 'M'), repr(context['exception']))
        print('   ', context['handle'])
    loop.set_exception_handler(handler)
    print(loop.get_exception_handler() is handler)
    loop.call_soon(boom, 1, 2)
    loop.call_soon(base)
    loop.call_soon(Callable())
    loop.call_soon(Callable().method)
    loop.call_soon(functools.partial(boom, 1, x=2) if False else functools.partial(boom, 1))
    loop.call_soon(lambda: 1 / 0)
    loop.call_soon(print, 1, bogus=2) if False else None
    loop.call_soon(int, 'x')
    loop.call_soon([].pop)
    loop.call_soon(asyncio.Future().result)
    loop.call_later(0.5, boom)
    loop.call_soon_threadsafe(boom)
    fut = loop.create_future()
    fut.add_done_callback(boom)
    fut.set_result(1)
    await asyncio.sleep(1)
    loop.set_exception_handler(None)
    print(loop.get_exception_handler())
    def bad(loop, context): raise RuntimeError('handler')
    loop.set_exception_handler(bad)
    loop.call_exception_handler({'message': 'hello', 'a': 1})
    loop.set_exception_handler(None)
    loop.call_exception_handler({'message': 'plain', 'zeta': 1, 'alpha': 'x', 'future': fut})
    loop.call_exception_handler({})
    loop.default_exception_handler({'message': '', 'k': None})

asyncio.run(main())
