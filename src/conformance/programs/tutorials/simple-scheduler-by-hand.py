import heapq
import types
from collections import deque

@types.coroutine
def switch():
    yield

@types.coroutine
def sleep_until(t):
    yield ('sleep', t)

@types.coroutine
def get_now():
    return (yield ('now',))

class Loop:
    def __init__(self):
        self.ready, self.sleeping, self.now, self.seq = deque(), [], 0, 0

    def spawn(self, name, coro):
        self.ready.append((name, coro, None))

    def run(self):
        while self.ready or self.sleeping:
            if not self.ready:
                self.now, _, task = heapq.heappop(self.sleeping)
                self.ready.append(task)
            name, coro, value = self.ready.popleft()
            try:
                request = coro.send(value)
            except StopIteration as stop:
                print(f'{self.now:>3} {name} returned {stop.value!r}')
                continue
            except Exception as e:
                print(f'{self.now:>3} {name} crashed: {e!r}')
                continue
            match request:
                case None:
                    self.ready.append((name, coro, None))
                case ('sleep', t):
                    self.seq += 1
                    heapq.heappush(self.sleeping, (t, self.seq, (name, coro, None)))
                case ('now',):
                    self.ready.appendleft((name, coro, self.now))

async def sleep(d):
    await sleep_until(await get_now() + d)

async def worker(name, n):
    for i in range(n):
        print(f'{await get_now():>3} {name} step {i}')
        if i % 2: await sleep(n)
        else: await switch()
    if n == 3: raise ValueError(name)
    return name * n

loop = Loop()
for name, n in (('a', 2), ('b', 3), ('c', 5)):
    loop.spawn(name, worker(name, n))
loop.run()
