# A loop with a selector and a clock of its own is asked for both, and for what it does with the events.
import asyncio
from asyncio import base_events


class Selector:
    def __init__(self):
        self.timeouts = []

    def select(self, timeout):
        self.timeouts.append(timeout)
        return [len(self.timeouts)]


class Loop(base_events.BaseEventLoop):
    def __init__(self):
        super().__init__()
        self._selector = Selector()
        self._clock_resolution = 0.001
        self.now = 0.0
        self.events = []

    def time(self):
        return self.now

    def _process_events(self, event_list):
        self.events.append(event_list)

    def _write_to_self(self):
        pass

    def _run_once(self):
        super()._run_once()
        self.now += 0.5


loop = Loop()
loop.call_soon(print, 'first')
loop.call_later(1, print, 'second')
loop.call_later(1.2, print, 'third')
cancelled = loop.call_later(0.7, print, 'never')
cancelled.cancel()
loop._run_once()
print(loop._scheduled[0].when(), len(loop._scheduled), loop._timer_cancelled_count)
loop._run_once()
loop._run_once()
print(len(loop._ready), len(loop._scheduled))
print(loop._selector.timeouts, loop.events)


async def work():
    await asyncio.sleep(1)
    return loop.time()


print(loop.run_until_complete(work()))
loop.close()
print(len(loop._ready), loop.is_closed())

bare = base_events.BaseEventLoop()
bare.call_soon(print, 'nobody')
try:
    bare._run_once()
except AttributeError as error:
    print(error)
bare.close()
