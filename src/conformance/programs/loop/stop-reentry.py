import asyncio
loop = asyncio.new_event_loop()
log = []
def step(name):
    log.append(name)
loop.stop()
loop.call_soon(step, 'one')
loop.run_forever()
print(log)
log.clear()
def stopper():
    log.append('stop')
    loop.stop()
    loop.call_soon(step, 'after-stop')

loop.call_soon(stopper)
loop.call_soon(step, 'same')
loop.call_later(1, step, 'timer')
loop.run_forever()
print(log, loop.time(), loop.is_running())
loop.call_soon(loop.stop)
loop.run_forever()
print(log, loop.time())
loop.call_later(2, loop.stop)
loop.run_forever()
print(log, loop.time())
log.clear()

# run_until_complete of a future that is set by a callback, twice
f = loop.create_future()
loop.call_later(1, f.set_result, 'value')
print(loop.run_until_complete(f), loop.time())
print(loop.run_until_complete(f), loop.time())

def nested():
    other = asyncio.new_event_loop()
    for what in (loop.run_forever, other.run_forever, lambda: loop.run_until_complete(f), lambda: asyncio.run(asyncio.sleep(0)), other.close, loop.close):
        try:
            what()
            print('fine')
        except RuntimeError as e:
            print(type(e).__name__, e)
    loop.stop()

loop.call_soon(nested)
loop.run_forever()

async def stops():
    loop.stop()
    await asyncio.sleep(1)
    return 'late'

t = loop.create_task(stops())
try:
    loop.run_until_complete(t)
except RuntimeError as e:
    print(e, t.done())
print(loop.run_until_complete(t), loop.time())
print(loop.run_until_complete(asyncio.gather(asyncio.sleep(1, 'a'), asyncio.sleep(2, 'b'))) if False else 'no gather outside')
loop.close()
