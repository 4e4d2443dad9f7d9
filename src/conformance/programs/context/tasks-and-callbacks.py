# Context variables through tasks, gather, groups, timeouts and callbacks.
import asyncio
import contextvars

var = contextvars.ContextVar('var', default='default')


async def changes(value):
    seen = var.get()
    var.set(value)
    await asyncio.sleep(0)
    return seen, var.get()


async def main():
    var.set('main')
    print(await changes('direct'), var.get())
    print(await asyncio.create_task(changes('task')), var.get())
    print(await asyncio.gather(changes('g1'), changes('g2')), var.get())
    async with asyncio.TaskGroup() as group:
        task = group.create_task(changes('grouped'))
    print(task.result(), var.get())
    print(await asyncio.wait_for(changes('inline'), 5), var.get())
    print(await asyncio.shield(changes('shielded')), var.get())
    context = contextvars.copy_context()
    task = asyncio.create_task(changes('own'), context=context)
    print(await task, context[var], var.get(), task.get_context() is context)
    token = var.set('again')
    print(token.old_value, token.var is var)
    var.reset(token)
    print(var.get())
    seen = []
    task = asyncio.create_task(changes('x'))
    task.add_done_callback(lambda done: seen.append(var.get()))
    task.add_done_callback(lambda done: seen.append(var.get()), context=context)
    var.set('after adding')
    await task
    await asyncio.sleep(0)
    print(seen)
    async with asyncio.timeout(5):
        var.set('in timeout')
    print(var.get())


asyncio.run(main())
print(var.get())
