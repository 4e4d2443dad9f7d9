import asyncio
import datetime

async def display_date():
    loop = asyncio.get_running_loop()
    start = datetime.datetime(2024, 1, 1, 12, 0, 0)
    end_time = loop.time() + 5.0
    while True:
        print((start + datetime.timedelta(seconds=loop.time())).strftime('%H:%M:%S'))
        if (loop.time() + 1.0) >= end_time:
            break
        await asyncio.sleep(1)

asyncio.run(display_date())

def show(end_time, loop):
    print(loop.time())
    if (loop.time() + 1.0) < end_time:
        loop.call_later(1, show, end_time, loop)
    else:
        loop.stop()

loop = asyncio.new_event_loop()
loop.call_soon(show, loop.time() + 5.0, loop)
try:
    loop.run_forever()
finally:
    loop.close()
