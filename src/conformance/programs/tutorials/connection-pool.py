import asyncio
from contextlib import asynccontextmanager, AsyncExitStack

class Connection:
    def __init__(self, n): self.n = n
    async def query(self, sql):
        await asyncio.sleep(0.2)
        if 'bad' in sql: raise ValueError(f'syntax error in {sql!r}')
        return f'{sql} on c{self.n}'

class Pool:
    def __init__(self, size): self.size = size
    async def __aenter__(self):
        self.free = asyncio.LifoQueue()
        for i in range(self.size):
            await asyncio.sleep(0.1)
            self.free.put_nowait(Connection(i))
        print(f'pool of {self.size} ready at {asyncio.get_running_loop().time():.1f}')
        return self
    async def __aexit__(self, exc_type, exc, tb):
        while not self.free.empty():
            await asyncio.sleep(0.1)
            print('close', self.free.get_nowait().n)
        print('pool closed', exc_type.__name__ if exc_type else None)
        return exc_type is ValueError
    @asynccontextmanager
    async def acquire(self):
        conn = await self.free.get()
        try:
            yield conn
        finally:
            self.free.put_nowait(conn)

@asynccontextmanager
async def transaction(conn):
    print('BEGIN')
    try:
        yield
    except Exception as e:
        print('ROLLBACK', e)
        raise
    else:
        print('COMMIT')

async def main():
    async with Pool(2) as pool:
        async def job(i):
            async with pool.acquire() as c:
                r = await c.query(f'select {i}')
                print(r, f'{asyncio.get_running_loop().time():.1f}')
        await asyncio.gather(*map(job, range(5)))
        async with pool.acquire() as c, transaction(c):
            await c.query('insert')
        async with pool.acquire() as c, transaction(c):
            await c.query('bad sql')
        print('not reached')
    print('after the pool')
    async with AsyncExitStack() as stack:
        pools = [await stack.enter_async_context(Pool(n)) for n in (1, 2)]
        stack.push_async_callback(asyncio.sleep, 1)
        stack.callback(print, 'sync callback')
        print([p.size for p in pools])
    print(f'{asyncio.get_running_loop().time():.1f}')

asyncio.run(main())
