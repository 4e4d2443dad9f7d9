# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, threading, time

async def main():
    loop = asyncio.get_running_loop()
    q = asyncio.Queue()
    def feed():
        for n in range(4):
            time.sleep(0.005)
            loop.call_soon_threadsafe(q.put_nowait, n)
        loop.call_soon_threadsafe(q.put_nowait, None)
    threading.Thread(target=feed).start()
    got = []
    while (item := await q.get()) is not None:
        got.append(item)
    print(got)
asyncio.run(main())
