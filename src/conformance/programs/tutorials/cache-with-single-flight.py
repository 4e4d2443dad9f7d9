import asyncio

class Cache:
    def __init__(self, load, ttl):
        self.load, self.ttl = load, ttl
        self.data, self.flights = {}, {}

    async def get(self, key):
        now = asyncio.get_running_loop().time()
        if key in self.data and self.data[key][0] > now:
            return self.data[key][1], 'hit'
        if key in self.flights:
            return await asyncio.shield(self.flights[key]), 'joined'
        task = self.flights[key] = asyncio.create_task(self.load(key))
        task.add_done_callback(lambda t: self.flights.pop(key))
        value = await asyncio.shield(task)
        self.data[key] = (asyncio.get_running_loop().time() + self.ttl, value)
        return value, 'loaded'

loads = 0
async def load(key):
    global loads
    loads += 1
    await asyncio.sleep(1)
    if key == 'bad':
        raise KeyError(key)
    return key.upper()

async def main():
    c = Cache(load, ttl=2)
    print(await asyncio.gather(*(c.get('a') for _ in range(3))))
    print(await c.get('a'), loads)
    await asyncio.sleep(2.5)
    print(await c.get('a'), loads, asyncio.get_running_loop().time())
    print([repr(r) for r in await asyncio.gather(c.get('bad'), c.get('bad'), return_exceptions=True)])
    impatient = asyncio.create_task(c.get('b'))
    patient = asyncio.create_task(c.get('b'))
    await asyncio.sleep(0.5)
    impatient.cancel()
    print([repr(r) for r in await asyncio.gather(impatient, patient, return_exceptions=True)], c.flights)

asyncio.run(main())
