# The loop's own queues are a deque and a list, and can be changed.
import asyncio
from collections import deque

loop = asyncio.new_event_loop()
print(type(loop._ready) is deque, loop._ready, loop._scheduled)
handle = loop.call_soon(print, 'one')
print(loop._ready[0] is handle, len(loop._ready))
loop._ready.append(asyncio.Handle(print, ('two',), loop))
loop._ready.appendleft(asyncio.Handle(print, ('zero',), loop))
loop.call_soon(loop.stop)
loop.run_forever()
late = loop.call_later(5, print, 'late')
early = loop.call_later(1, print, 'early')
print(loop._scheduled == [early, late], late._scheduled)
early.cancel()
print(loop._timer_cancelled_count)
loop.run_until_complete(asyncio.sleep(2))
print(loop._scheduled == [late], loop._timer_cancelled_count, early._scheduled)


class Counting(asyncio.Handle):
    def _run(self):
        print('before')
        super()._run()
        print('after')


loop._ready.append(Counting(print, ('counted',), loop))
loop._add_callback(asyncio.Handle(print, ('added',), loop))
loop.call_soon(loop.stop)
loop.run_forever()
loop.call_soon(print, 'dropped')
loop._ready.clear()
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
print(loop._ready, loop._scheduled)
