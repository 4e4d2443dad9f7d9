# The call graph of tasks: formatted, captured, limited, of oneself and of others.
import asyncio
import io
import re


def clean(text):
    return re.sub(r'0x[0-9a-f]+', '0x..', re.sub(r"File '[^']*/", "File '", text))


async def deep(event):
    await event.wait()


async def middle(event):
    await deep(event)


async def main():
    event = asyncio.Event()
    task = asyncio.create_task(middle(event), name='middle')
    waiters = [asyncio.create_task(wait_for_it(task), name=f'w{n}') for n in range(1)]
    await asyncio.sleep(0)
    print(clean(asyncio.format_call_graph(task)))
    print(clean(asyncio.format_call_graph(task, limit=1)))
    print(clean(asyncio.format_call_graph(task, limit=-1)))
    print(clean(asyncio.format_call_graph(task, limit=0)))
    graph = asyncio.capture_call_graph(task)
    print(type(graph).__name__, graph.future is task, [entry.frame.f_code.co_name for entry in graph.call_stack], len(graph.awaited_by))
    print(sorted(each.future.get_name() for each in graph.awaited_by))
    own = io.StringIO()
    asyncio.print_call_graph(file=own)
    print(clean(own.getvalue()))
    future = asyncio.get_running_loop().create_future()
    print(clean(asyncio.format_call_graph(future)))
    for wrong in (5, 'x'):
        try:
            asyncio.capture_call_graph(wrong)
        except TypeError as error:
            print(error)
    event.set()
    await asyncio.gather(*waiters)


async def wait_for_it(task):
    await task


asyncio.run(main())
print(asyncio.capture_call_graph.__module__)
try:
    asyncio.format_call_graph()
except RuntimeError as error:
    print(error)
