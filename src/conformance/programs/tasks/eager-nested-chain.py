# Eager tasks within eager tasks, and an eager task before the loop runs.
import asyncio


async def level(n):
    print('down', n, asyncio.current_task().get_name())
    if n < 3:
        inner = asyncio.Task(level(n + 1), loop=asyncio.get_running_loop(), eager_start=True, name=f'level {n + 1}')
        print('back in', asyncio.current_task().get_name(), inner.done())
        await inner
    else:
        await asyncio.sleep(0)
    print('up', n)
    return n


async def main():
    task = asyncio.Task(level(0), loop=asyncio.get_running_loop(), eager_start=True, name='level 0')
    print('main again', asyncio.current_task().get_name(), task.done())
    print(await task)


asyncio.run(main())
loop = asyncio.new_event_loop()
late = asyncio.Task(level(3), loop=loop, eager_start=True, name='not running')
print(late.done(), late)
print(loop.run_until_complete(late))
loop.close()
