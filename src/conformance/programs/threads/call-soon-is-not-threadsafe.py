# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, threading, time

async def main():
    loop = asyncio.get_running_loop()
    seen = []
    def work():
        time.sleep(0.02)
        loop.call_soon(seen.append, 'called')
    threading.Thread(target=work).start()
    began = time.monotonic()
    await asyncio.sleep(0.2)
    print(seen, time.monotonic() - began >= 0.19)
asyncio.run(main())

async def late():
    loop = asyncio.get_running_loop()
    fut = loop.create_future()
    def resolve():
        time.sleep(0.02)
        fut.set_result('resolved from the wrong thread')
    threading.Thread(target=resolve).start()
    loop.call_later(0.2, lambda: None)
    began = time.monotonic()
    value = await fut
    print(value, time.monotonic() - began >= 0.19)
asyncio.run(late())

async def checked():
    loop = asyncio.get_running_loop()
    errors = []
    def work():
        for call in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print)):
            try:
                call()
            except RuntimeError as exc:
                errors.append(str(exc))
    t = threading.Thread(target=work); t.start(); t.join()
    print(errors)
asyncio.run(checked(), debug=True)
