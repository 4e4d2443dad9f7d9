import asyncio
from collections import deque

class RateLimiter:
    """At most `rate` entries in any `per` seconds."""
    def __init__(self, rate, per):
        self.rate, self.per = rate, per
        self.times = deque()
        self.lock = asyncio.Lock()

    async def __aenter__(self):
        async with self.lock:
            loop = asyncio.get_running_loop()
            while len(self.times) >= self.rate:
                wait = self.times[0] + self.per - loop.time()
                if wait <= 0:
                    self.times.popleft()
                else:
                    await asyncio.sleep(wait)
            self.times.append(loop.time())
        return self

    async def __aexit__(self, *exc):
        return False

class TokenBucket:
    def __init__(self, capacity, refill):
        self.tokens, self.capacity, self.refill = capacity, capacity, refill
        self.cond = asyncio.Condition()

    async def run(self):
        while True:
            await asyncio.sleep(self.refill)
            async with self.cond:
                self.tokens = min(self.capacity, self.tokens + 1)
                self.cond.notify()

    async def take(self):
        async with self.cond:
            await self.cond.wait_for(lambda: self.tokens > 0)
            self.tokens -= 1

async def main():
    loop = asyncio.get_running_loop()
    limiter = RateLimiter(3, 1.0)
    async def call(i):
        async with limiter:
            print(f'call {i} at {loop.time():.2f}')
    await asyncio.gather(*map(call, range(8)))
    bucket = TokenBucket(2, 0.5)
    filler = asyncio.create_task(bucket.run())
    async def spend(i):
        await bucket.take()
        print(f'token for {i} at {loop.time():.2f}')
    await asyncio.gather(*map(spend, range(5)))
    filler.cancel()
    try:
        await filler
    except asyncio.CancelledError:
        print('filler stopped')

asyncio.run(main())
