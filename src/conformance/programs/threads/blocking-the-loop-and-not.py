# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, time

async def heartbeat(beats):
    while True:
        beats.append(1)
        await asyncio.sleep(0.01)
async def measure(work):
    beats = []
    task = asyncio.create_task(heartbeat(beats))
    await asyncio.sleep(0)
    await work()
    task.cancel()
    return len(beats)
async def blocking():
    time.sleep(0.1)
async def threaded():
    await asyncio.to_thread(time.sleep, 0.1)
print(asyncio.run(measure(blocking)) <= 2, asyncio.run(measure(threaded)) >= 4)
