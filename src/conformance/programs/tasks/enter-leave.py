import asyncio
from asyncio import _enter_task, _leave_task, _register_task, _unregister_task
from asyncio.tasks import _swap_current_task

def show(f, *a):
    try: print('->', f(*a))
    except BaseException as e: print(type(e).__name__, str(e).replace('main.py', 'M'))

class FakeTask:
    def __init__(self, loop=None): self._loop = loop
    def done(self): return False
    def get_loop(self): return self._loop
    def __repr__(self): return '<Fake>'

loop = asyncio.new_event_loop()
a, b = FakeTask(loop), FakeTask(loop)
show(_enter_task, loop, a); show(asyncio.current_task, loop); show(_leave_task, loop, a)
asyncio._set_running_loop(loop)
show(_enter_task, loop, a); show(asyncio.current_task); show(asyncio.current_task, loop); show(_enter_task, loop, b); show(_leave_task, loop, b); show(_leave_task, loop, a); show(asyncio.current_task); show(_leave_task, loop, a)
show(_swap_current_task, loop, a); show(_swap_current_task, loop, b); show(_swap_current_task, loop, None); show(asyncio.current_task)
_register_task(a); show(asyncio.all_tasks); show(asyncio.all_tasks, loop); _register_task(a); print(len(asyncio.all_tasks())); _unregister_task(a); show(asyncio.all_tasks); _unregister_task(a)
other = asyncio.new_event_loop(); show(asyncio.all_tasks, other); show(asyncio.current_task, other)
asyncio._set_running_loop(None); show(asyncio.current_task); show(asyncio.all_tasks)
async def main():
    me = asyncio.current_task()
    show(_enter_task, asyncio.get_running_loop(), FakeTask()); print(asyncio.current_task() is me)
    show(_swap_current_task, asyncio.get_running_loop(), None) if False else None
    _leave_task(asyncio.get_running_loop(), me); print(asyncio.current_task()); _enter_task(asyncio.get_running_loop(), me)
    t = asyncio.create_task(asyncio.sleep(0)); print(len(asyncio.all_tasks())); _unregister_task(t); print(len(asyncio.all_tasks())); _register_task(t); await t; print(len(asyncio.all_tasks()))
    def cb(): print('callback', asyncio.current_task(), len(asyncio.all_tasks()))
    asyncio.get_running_loop().call_soon(cb); await asyncio.sleep(0)
asyncio.run(main())
print(len(asyncio.all_tasks(loop)), asyncio.current_task(loop)); loop.close(); other.close()
