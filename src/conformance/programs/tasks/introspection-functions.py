# The functions of the extension API: register, unregister, enter, leave, swap.
import asyncio
from asyncio import tasks


class TaskLike:
    def __init__(self, loop):
        self.loop = loop
        self.finished = False

    def get_loop(self):
        return self.loop

    def done(self):
        return self.finished

    def __repr__(self):
        return '<TaskLike>'


async def main():
    loop = asyncio.get_running_loop()
    own = asyncio.current_task()
    like = TaskLike(loop)
    asyncio._register_task(like)
    print(asyncio.all_tasks() == {own, like})
    like.finished = True
    print(asyncio.all_tasks() == {own})
    asyncio._unregister_task(like)
    asyncio._unregister_task(like)
    for call in (lambda: asyncio._enter_task(loop, like), lambda: asyncio._leave_task(loop, like)):
        try:
            call()
        except RuntimeError as error:
            print(str(error).replace(repr(own), '<own>'))
    asyncio._leave_task(loop, own)
    print(asyncio.current_task())
    asyncio._enter_task(loop, like)
    print(asyncio.current_task())
    print(tasks._swap_current_task(loop, own), asyncio.current_task() is own)
    print(tasks._c_current_task is asyncio.current_task, tasks._c_enter_task is asyncio._enter_task)


asyncio.run(main())
