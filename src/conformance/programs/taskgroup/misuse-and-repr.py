# A group before, during and after its block.
import asyncio


async def nothing():
    await asyncio.sleep(0)


async def fails():
    raise ValueError('f')


async def main():
    group = asyncio.TaskGroup()
    print(group)
    coro = nothing()
    try:
        group.create_task(coro)
    except RuntimeError as error:
        print(error)
    print(coro.cr_frame)
    async with group:
        print(group)
        task = group.create_task(nothing(), name='child')
        print(group, task.get_name())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        print(group)
    print(group)
    for action in ('enter', 'create'):
        try:
            if action == 'enter':
                async with group:
                    pass
            else:
                group.create_task(nothing())
        except RuntimeError as error:
            print(error)
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(fails())
            try:
                await asyncio.sleep(1)
            except asyncio.CancelledError:
                print(group)
                try:
                    group.create_task(nothing())
                except RuntimeError as error:
                    print(error)
                raise
    except* ValueError as caught:
        print(repr(caught.exceptions), group)
    try:
        await asyncio.TaskGroup().__aexit__(None, None, None)
    except Exception as error:
        print(type(error).__name__)


asyncio.run(main())
