# get_stack and print_stack of tasks in every state.
import asyncio
import io


async def inner():
    await asyncio.sleep(1)


async def outer():
    await inner()


async def fails():
    await asyncio.sleep(0)
    deeper()


def deeper():
    raise ValueError('deep')


def show(task, limit=None):
    file = io.StringIO()
    task.print_stack(limit=limit, file=file)
    print(file.getvalue(), end='')
    print([(frame.f_code.co_name, frame.f_lineno) for frame in task.get_stack(limit=limit)])


async def main():
    task = asyncio.create_task(outer(), name='outer')
    show(task)
    await asyncio.sleep(0)
    show(task)
    show(task, limit=1)
    failed = asyncio.create_task(fails(), name='failed')
    await asyncio.wait([failed])
    show(failed)
    show(failed, limit=1)
    show(failed, limit=0)
    task.cancel()
    await asyncio.wait([task])
    show(task)
    show(asyncio.current_task(), limit=1)
    print(failed.exception())


asyncio.run(main())
