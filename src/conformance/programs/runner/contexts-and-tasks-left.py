"""Runner: several runs in one context, what is left over is cancelled at the end, in which order things are shut down."""
import asyncio, contextvars
v = contextvars.ContextVar('v', default='new')
async def set_to(x): old = v.get(); v.set(x); return old
async def leftover(n, log):
    try: await asyncio.sleep(100)
    except asyncio.CancelledError: log.append(('cancelled', n)); await asyncio.sleep(0.1); log.append(('after', n)); raise
    finally: log.append(('finally', n))
async def gen(log):
    try: yield 1; yield 2
    finally: log.append('gen closed'); await asyncio.sleep(0); log.append('gen closed fully')
log = []
with asyncio.Runner() as runner:
    print(runner.run(set_to('a')), runner.run(set_to('b')), v.get())
    print(runner.run(set_to('c'), context=contextvars.copy_context()), runner.run(set_to('d')))
    loop = runner.get_loop(); print(loop is runner.get_loop(), loop.is_running())
    async def main():
        global g
        asyncio.create_task(leftover(1, log), name='l1'); t = asyncio.create_task(leftover(2, log))
        g = gen(log); print(await anext(g))
        await asyncio.to_thread(lambda: log.append('thread'))if False else None
        await asyncio.sleep(0)
        return sorted(x.get_name() for x in asyncio.all_tasks() if x.get_name() == 'l1')
    print(runner.run(main()), log)
    async def again(): await asyncio.sleep(1); return len(asyncio.all_tasks())
    print(runner.run(again()), log)
    for bad in (5, None):
        try: runner.run(bad)
        except TypeError as e: print(e)
    async def nested():
        c = again()
        try: runner.run(c)
        except RuntimeError as e: print(e); c.close()
    runner.run(nested())
print(sorted(map(str, log)), loop.is_closed())
c = again()
try: runner.run(c)
except RuntimeError as e: print(e)
c.close()
try: runner.get_loop()
except RuntimeError as e: print(e)
runner.close()
try:
    with runner: pass
except RuntimeError as e: print(e)
made = []
def factory(): made.append(asyncio.new_event_loop()); return made[-1]
print(asyncio.run(again(), loop_factory=factory), made[0].is_closed(), len(made))
class Aw:
    def __await__(self): yield from asyncio.sleep(1).__await__(); return 'awaited'
print(asyncio.run(Aw()))
