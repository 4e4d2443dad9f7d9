"""A tree of task groups: each task starts its children in a group of its own."""
import asyncio


async def node(depth, width):
    if depth == 0:
        await asyncio.sleep(0)
        return 1
    async with asyncio.TaskGroup() as group:
        children = [group.create_task(node(depth - 1, width)) for _ in range(width)]
    return 1 + sum(child.result() for child in children)


async def main():
    print(await node(5, 4))


asyncio.run(main())
