import asyncio
import threading
import time

def work(loop, done):
    time.sleep(1)
    loop.call_soon_threadsafe(done.set_result, 'ready')

async def main():
    loop = asyncio.get_running_loop()
    began = loop.time()
    done = loop.create_future()
    threading.Thread(target=work, args=(loop, done), name='worker').start()
    loop.call_later(3, print, 'the loop wakes up for this')
    print(await done, 'too late' if loop.time() - began > 2 else 'in time')

asyncio.run(main())
