# The context of an eager task, its name, and current_task around its first step.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='none')


async def sets(value):
    seen = var.get()
    var.set(value)
    return seen, asyncio.current_task().get_name()


async def suspends(value):
    var.set(value)
    await asyncio.sleep(0)
    return var.get()


async def main():
    var.set('main')
    one = asyncio.Task(sets('one'), loop=asyncio.get_running_loop(), eager_start=True)
    print(one.result(), var.get(), one.get_context()[var])
    own = contextvars.Context()
    two = asyncio.Task(sets('two'), loop=asyncio.get_running_loop(), eager_start=True, context=own, name='two')
    print(two.result(), own[var], two.get_name(), var.get())
    three = asyncio.Task(suspends('three'), loop=asyncio.get_running_loop(), eager_start=True)
    print(var.get(), await three, var.get())
    before = asyncio.current_task()
    asyncio.Task(suspends('four'), loop=asyncio.get_running_loop(), eager_start=True)
    print(asyncio.current_task() is before)
    same = contextvars.copy_context()
    five = asyncio.Task(suspends('five'), loop=asyncio.get_running_loop(), eager_start=True, context=same)
    same.run(var.set, 'changed outside')
    print(await five)


asyncio.run(main())
