# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import asyncio, threading

results = {}
def run(n):
    async def main():
        loop = asyncio.get_running_loop()
        await asyncio.sleep(0.01 * n)
        task = asyncio.current_task()
        same = asyncio.get_event_loop() is loop
        return n, same, len(asyncio.all_tasks()), task is not None
    results[n] = asyncio.run(main())
threads = [threading.Thread(target=run, args=(n,)) for n in (3, 1, 2)]
for t in threads: t.start()
for t in threads: t.join()
print(list(results) == [1, 2, 3], results[1], results[2], results[3])
errors = []
def no_loop():
    for call in (asyncio.get_running_loop, asyncio.current_task):
        try:
            call()
        except RuntimeError as exc:
            errors.append(str(exc))
t = threading.Thread(target=no_loop, name='bare'); t.start(); t.join()
print(errors)
async def shared():
    loop = asyncio.get_running_loop()
    out = []
    def nested():
        async def inner():
            return asyncio.get_running_loop() is loop
        out.append(asyncio.run(inner()))
    t = threading.Thread(target=nested); t.start()
    await asyncio.to_thread(t.join)
    print(out, asyncio.get_running_loop() is loop)
asyncio.run(shared())
