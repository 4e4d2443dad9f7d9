import asyncio

class Blinker:
    def __init__(self, loop, name, period, times):
        self.loop, self.name, self.period, self.left = loop, name, period, times
        self.handle = loop.call_soon(self.blink)

    def blink(self):
        self.left -= 1
        print(f'{self.loop.time():.2f} {self.name} {self.left}')
        if self.left:
            self.handle = self.loop.call_later(self.period, self.blink)
        else:
            Blinker.running -= 1
            if not Blinker.running:
                self.loop.stop()

loop = asyncio.new_event_loop()
Blinker.running = 3
b = [Blinker(loop, n, p, t) for n, p, t in (('a', 0.5, 4), ('b', 0.75, 3), ('c', 0.2, 2))]
loop.run_forever()
print('stopped', loop.time())
fut = loop.create_future()
def step(n):
    print('step', n)
    if n == 3: fut.set_result(n)
    else: loop.call_soon(step, n + 1)
loop.call_soon(step, 0)
print(loop.run_until_complete(fut))
loop.call_soon_threadsafe(print, 'threadsafe')
loop.call_soon(loop.stop)
loop.run_forever()
loop.close()
