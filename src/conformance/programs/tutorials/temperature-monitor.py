import asyncio
import random
from statistics import mean, median, stdev

async def sensor(name, queue, rng, n):
    value = 20.0
    for _ in range(n):
        await asyncio.sleep(rng.choice([0.5, 1.0, 1.5]))
        value += rng.gauss(0, 1)
        await queue.put((name, round(value, 2)))

async def alarm(readings, threshold, triggered):
    while not triggered.is_set():
        await asyncio.sleep(0.5)
        for name, values in readings.items():
            if values and abs(values[-1] - mean(values)) > threshold:
                print(f'{asyncio.get_running_loop().time():.1f} ALARM {name}: {values[-1]} against mean {mean(values):.2f}')
                triggered.set()
                break

async def main():
    rng = random.Random(2024)
    queue, readings, triggered = asyncio.Queue(), {}, asyncio.Event()
    watcher = asyncio.create_task(alarm(readings, 1.6, triggered))
    async with asyncio.TaskGroup() as tg:
        for name in ('hall', 'attic', 'cellar'):
            tg.create_task(sensor(name, queue, rng, 6))
        async def collect():
            for _ in range(18):
                name, v = await queue.get()
                readings.setdefault(name, []).append(v)
        tg.create_task(collect())
    watcher.cancel()
    for name in sorted(readings):
        vs = readings[name]
        print(f'{name:<7} n={len(vs)} mean={mean(vs):6.2f} median={median(vs):6.2f} sd={stdev(vs):5.2f} {vs}')
    print(triggered.is_set())

asyncio.run(main())
