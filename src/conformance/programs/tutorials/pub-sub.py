import asyncio
from collections import defaultdict

class Hub:
    def __init__(self):
        self.subs = defaultdict(set)

    def publish(self, topic, message):
        n = 0
        for q in self.subs[topic]:
            q.put_nowait(message)
            n += 1
        return n

class Subscription:
    def __init__(self, hub, topic):
        self.hub, self.topic, self.queue = hub, topic, asyncio.Queue()

    def __enter__(self):
        self.hub.subs[self.topic].add(self.queue)
        return self.queue

    def __exit__(self, *exc):
        self.hub.subs[self.topic].remove(self.queue)

async def reader(name, hub, topic, stop_after):
    await asyncio.sleep(0.1 * stop_after)
    print(f'Reader {name} has subscribed to {topic}')
    with Subscription(hub, topic) as q:
        seen = []
        while len(seen) < stop_after:
            msg = await q.get()
            if msg == 'SHUTDOWN':
                print(f'Reader {name} got shutdown')
                break
            seen.append(msg)
    print(f'Reader {name} done with {seen} at {asyncio.get_running_loop().time():.1f}')

async def main():
    hub = Hub()
    readers = [asyncio.create_task(reader(i, hub, 'ab'[i % 2], i + 1)) for i in range(4)]
    for n in range(6):
        await asyncio.sleep(0.25)
        print('publish', n, 'to', hub.publish('a', n), 'and', hub.publish('b', -n))
    hub.publish('a', 'SHUTDOWN'); hub.publish('b', 'SHUTDOWN')
    await asyncio.gather(*readers)
    print({k: len(v) for k, v in hub.subs.items()})

asyncio.run(main())
