import asyncio

class Server:
    def __init__(self):
        self.stopping = asyncio.Event()
        self.inflight = set()
        self.served = 0

    async def handle(self, n, duration):
        try:
            await asyncio.sleep(duration)
            self.served += 1
            print(f'{self.now():.1f} request {n} served')
        except asyncio.CancelledError:
            print(f'{self.now():.1f} request {n} aborted')
            raise

    def now(self): return asyncio.get_running_loop().time()

    async def accept(self):
        n = 0
        while not self.stopping.is_set():
            t = asyncio.create_task(self.handle(n, 0.4 * (n % 5) + 0.3))
            self.inflight.add(t)
            t.add_done_callback(self.inflight.discard)
            n += 1
            try:
                await asyncio.wait_for(self.stopping.wait(), 0.25)
            except TimeoutError:
                continue
        print(f'{self.now():.1f} stopped accepting after {n}')

    async def run(self, grace):
        await self.accept()
        print(f'draining {len(self.inflight)} requests')
        if self.inflight:
            done, pending = await asyncio.wait(self.inflight, timeout=grace)
            print(f'{self.now():.1f} drained {len(done)}, cancelling {len(pending)}')
            for t in pending: t.cancel()
            await asyncio.gather(*pending, return_exceptions=True)
        return self.served

async def main():
    s = Server()
    asyncio.get_running_loop().call_later(2, s.stopping.set)
    print('served', await s.run(grace=1.0), 'left', len(s.inflight))

asyncio.run(main())
