"""A storm of cancellations: every task cleans up, some turn the cancellation into a result."""
import asyncio


async def inner(event):
    try:
        await event.wait()
    finally:
        cleaned.append(1)


async def outer(event, i):
    try:
        await inner(event)
    except asyncio.CancelledError:
        if i % 5 == 0:
            return i
        raise


async def main():
    event = asyncio.Event()
    tasks = [asyncio.create_task(outer(event, i)) for i in range(4_000)]
    await asyncio.sleep(0)
    for task in tasks:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    print(len(cleaned), sum(isinstance(result, asyncio.CancelledError) for result in results))


cleaned = []
asyncio.run(main())
