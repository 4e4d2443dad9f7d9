# Handles as they print: functions, methods, partials, builtins, arguments only in debug mode.
import asyncio
import functools


def plain(*args, **kwargs):
    pass


class Thing:
    def method(self):
        pass

    def __call__(self):
        pass

    def __repr__(self):
        return '<Thing>'


def show(loop):
    for callback, args in [(plain, ()), (plain, (1, 'two')), (Thing().method, ()), (Thing(), ()), (print, ('x',)),
                           (functools.partial(plain, 1, key=2), (3,)), (functools.partial(functools.partial(plain, 1), 2), ()),
                           (lambda: None, ()), (len, ())]:
        handle = loop.call_soon(callback, *args)
        text = repr(handle).split(' created at')[0]
        print(text)
        handle.cancel()
        print(repr(handle).split(' created at')[0])
    timer = loop.call_at(1.5, plain, 1)
    print(repr(timer).split(' created at')[0])
    timer.cancel()
    print(repr(timer).split(' created at')[0])


loop = asyncio.new_event_loop()
show(loop)
loop.set_debug(True)
show(loop)
loop.close()
