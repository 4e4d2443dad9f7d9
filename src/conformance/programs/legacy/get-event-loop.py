# python: 3.9
# Recorded from CPython 3.9.
import asyncio

loop = asyncio.get_event_loop()
print(loop is asyncio.get_event_loop(), loop.is_running(), loop.is_closed())

async def inside():
    return asyncio.get_event_loop() is loop

print(loop.run_until_complete(inside()))
future = asyncio.Future()
loop.call_soon(future.set_result, 'made without a loop')
print(loop.run_until_complete(future))
queue = asyncio.Queue()
queue.put_nowait(1)
print(loop.run_until_complete(queue.get()))
other = asyncio.new_event_loop()
asyncio.set_event_loop(other)
print(asyncio.get_event_loop() is other)
other.close()
asyncio.set_event_loop(None)
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
asyncio.run(asyncio.sleep(0))
try:
    asyncio.get_event_loop()
except RuntimeError as error:
    print(error)
loop.close()
