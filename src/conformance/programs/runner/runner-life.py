# Runner: lazy start, several runs in one loop and context, what happens at close.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='none')


async def work(value):
    seen = var.get()
    var.set(value)
    return seen, asyncio.get_running_loop(), asyncio.current_task().get_name()


runner = asyncio.Runner()
print(runner._state, runner._loop)
with runner:
    first, loop, name = runner.run(work('a'))
    print(first, name, runner.get_loop() is loop, loop.is_running())
    second, again, name = runner.run(work('b'))
    print(second, again is loop, name, var.get())
    own = contextvars.Context()
    print(runner.run(work('c'), context=own)[0], own[var], runner.run(work('d'))[0])
print(runner._state, loop.is_closed())
runner.close()
for action in (lambda: runner.run(coro), runner.get_loop, runner.__enter__):
    coro = work('late')
    try:
        action()
    except RuntimeError as error:
        print(error)
    coro.close()
unused = asyncio.Runner()
unused.close()
print(unused._state)
for wrong in (5, None, lambda: None):
    try:
        asyncio.run(wrong)
    except TypeError as error:
        print(error)
