import asyncio
from contextvars import ContextVar
from itertools import count

request_id = ContextVar('request_id')
user = ContextVar('user', default='anonymous')
ids = count(1)
log = []

def record(msg):
    log.append(f'[{request_id.get("-")}] {user.get()}: {msg}')

async def db(q):
    record(f'query {q}')
    await asyncio.sleep(0.1)
    return q.upper()

async def handler(name, delay):
    request_id.set(next(ids))
    if name: user.set(name)
    record('start')
    await asyncio.sleep(delay)
    r = await asyncio.gather(db('a'), db('b'))
    record(f'end {r}')

async def main():
    record('server up')
    async with asyncio.TaskGroup() as tg:
        for name, d in (('ann', 0.3), ('bob', 0.1), (None, 0.2)):
            tg.create_task(handler(name, d))
    record('server down')

asyncio.run(main())
print(*log, sep='\n')
