import asyncio
try:
    asyncio.get_running_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
try:
    asyncio.current_task()
except RuntimeError as e:
    print(e)
try:
    asyncio.all_tasks()
except RuntimeError as e:
    print(e)
async def f(): return asyncio.get_event_loop() is asyncio.get_running_loop()
c = f()
try:
    asyncio.create_task(c)
except RuntimeError as e:
    print(e)
try:
    asyncio.ensure_future(c)
except RuntimeError as e:
    print(e)
try:
    asyncio.gather(c)
except RuntimeError as e:
    print(e)
c.close()
try:
    asyncio.Future()
except RuntimeError as e:
    print(e)
print(asyncio.run(f()))
loop = asyncio.new_event_loop()
asyncio.set_event_loop(loop)
print(asyncio.get_event_loop() is loop, loop.run_until_complete(f()))
fut = asyncio.Future()
print(fut.get_loop() is loop, loop.is_running(), loop.get_debug())
print(asyncio.run(f()))
try:
    asyncio.get_event_loop()
except RuntimeError as e:
    print(e)
loop.close()
try:
    asyncio.set_event_loop('x')
except TypeError as e:
    print(e)
class MyLoop(asyncio.SelectorEventLoop):
    def call_soon(self, cb, *args, **kw):
        calls.append(getattr(cb, '__qualname__', type(cb).__name__))
        return super().call_soon(cb, *args, **kw)
calls = []
async def g():
    await asyncio.sleep(0)
    return 'custom'
print(asyncio.run(g(), loop_factory=MyLoop), calls[:3])
