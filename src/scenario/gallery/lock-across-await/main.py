import asyncio
import threading

lock = threading.Lock()

async def write(name):
    with lock:
        print(name, 'begins')
        await asyncio.sleep(1)  # and keeps the lock
        print(name, 'ends')

async def main():
    await write('Ann')
    print('with Ben beside her, the thread would wait for itself')

asyncio.run(main())
