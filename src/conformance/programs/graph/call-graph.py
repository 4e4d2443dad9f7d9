import asyncio, sys, io

async def leaf(): await asyncio.sleep(1)
async def middle(): await leaf()
async def worker(): await middle()
async def waits_for(t): await t

def norm(s):
    import re; return re.sub(r'0x[0-9a-f]+', '0x', s)

def show(g, d=0):
    print('  ' * d, g.future.get_name() if hasattr(g.future, 'get_name') else type(g.future).__name__, [(e.frame.f_code.co_name, e.frame.f_lineno) for e in g.call_stack], len(g.awaited_by), type(g.awaited_by).__name__)
    for x in g.awaited_by: show(x, d + 1)

async def main():
    t = asyncio.create_task(worker(), name='worker'); a = asyncio.create_task(waits_for(t), name='a')
    await asyncio.sleep(0); await asyncio.sleep(0)
    show(asyncio.capture_call_graph(t)); print(norm(asyncio.format_call_graph(t)))
    show(asyncio.capture_call_graph(t, limit=1)); show(asyncio.capture_call_graph(t, limit=-1)); show(asyncio.capture_call_graph(t, limit=0))
    buf = io.StringIO(); asyncio.print_call_graph(t, file=buf); print(norm(buf.getvalue()))
    g = asyncio.gather(t, asyncio.sleep(1)); b = asyncio.create_task(waits_for(g), name='b'); await asyncio.sleep(0)
    gr = asyncio.capture_call_graph(t); print(sorted(type(x.future).__name__ for x in gr.awaited_by))
    show(next(x for x in gr.awaited_by if getattr(x.future, 'get_name', str)() != 'a'))
    await b
    print(t._asyncio_awaited_by, a._asyncio_awaited_by)
    f = asyncio.Future(); show(asyncio.capture_call_graph(f)); print(norm(asyncio.format_call_graph(f)))
    c = asyncio.create_task(waits_for(f), name='c'); await asyncio.sleep(0); show(asyncio.capture_call_graph(f)); print(f._asyncio_awaited_by == {c}, type(f._asyncio_awaited_by).__name__); f.set_result(1); await c; print(f._asyncio_awaited_by)
    async def kid(): await asyncio.sleep(1)
    async with asyncio.TaskGroup() as tg:
        k = tg.create_task(kid(), name='kid'); await asyncio.sleep(0); print(k._asyncio_awaited_by == {asyncio.current_task()})
    try: asyncio.capture_call_graph(5)
    except TypeError as e: print(e)
    x, y = asyncio.Future(), asyncio.Future(); asyncio.future_add_to_awaited_by(x, y); print(x._asyncio_awaited_by == {y}); asyncio.future_discard_from_awaited_by(x, y); print(x._asyncio_awaited_by); asyncio.future_add_to_awaited_by(1, 2)
    async def inner(): return [e.frame.f_code.co_name for e in asyncio.capture_call_graph().call_stack]
    async def outer(): return await inner()
    print((await outer())[:3]); print(asyncio.FutureCallGraph.__name__, asyncio.FrameCallGraphEntry.__name__, [n for n in asyncio.FutureCallGraph.__dataclass_fields__])

asyncio.run(main())
try: print(asyncio.capture_call_graph())
except RuntimeError as e: print(e)
