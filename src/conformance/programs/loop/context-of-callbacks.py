# Every callback runs in the context it was given, or in a copy of the one in which it was scheduled.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='default')


def show(where):
    print(where, var.get())
    var.set(f'set in {where}')


async def main():
    loop = asyncio.get_running_loop()
    var.set('main')
    loop.call_soon(show, 'soon')
    loop.call_later(0.1, show, 'later')
    loop.call_at(loop.time() + 0.2, show, 'at')
    var.set('main again')
    loop.call_soon(show, 'soon again')
    own = contextvars.Context()
    loop.call_soon(show, 'own', context=own)
    loop.call_later(0.3, show, 'own later', context=own)
    handle = loop.call_soon_threadsafe(show, 'threadsafe')
    print(type(handle).__name__, handle.get_context()[var])
    future = loop.create_future()
    future.add_done_callback(lambda f: show('done'))
    future.add_done_callback(lambda f: show('done own'), context=own)
    var.set('before result')
    future.set_result(None)
    future.add_done_callback(lambda f: show('late'))
    await asyncio.sleep(1)
    print('main sees', var.get(), 'own has', own[var])
    same = contextvars.copy_context()
    loop.call_soon(show, 'twice', context=same)
    loop.call_soon(show, 'twice', context=same)
    await asyncio.sleep(0)


asyncio.run(main())
