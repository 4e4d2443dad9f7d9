import asyncio

loop = asyncio.new_event_loop()
loop.call_soon(print, 'a')
loop.call_soon(loop.stop)
loop.call_soon(print, 'b runs: same snapshot')
loop.call_soon(lambda: loop.call_soon(print, 'queued for the next run'))
loop.run_forever()
print('stopped', loop.is_running(), loop.is_closed())
loop.stop()
loop.run_forever()
print('one iteration only')
loop.call_later(1, loop.stop)
loop.call_later(2, print, 'not before the stop')
loop.run_forever()
print('at', loop.time())
loop.call_later(5, loop.stop)
loop.run_forever()
print('at', loop.time())

async def forever():
    while True:
        await asyncio.sleep(1)
t = loop.create_task(forever())
loop.call_later(2.5, loop.stop)
loop.run_forever()
print(t.done(), loop.time())
t.cancel()
try:
    loop.run_until_complete(t)
except asyncio.CancelledError:
    print('cancelled', t.cancelled())
loop.close()
loop.close()
print(loop, loop.is_closed())
for f in (lambda: loop.call_soon(print), lambda: loop.call_later(1, print), lambda: loop.call_at(1, print), loop.run_forever, lambda: loop.run_until_complete(asyncio.sleep(0)), lambda: loop.stop(), lambda: loop.create_future()):
    try:
        print(type(f()).__name__)
    except RuntimeError as e:
        print(e)
