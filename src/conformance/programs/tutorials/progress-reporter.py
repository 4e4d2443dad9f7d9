import asyncio

class Progress:
    def __init__(self, total): self.total, self.done = total, 0
    @property
    def bar(self):
        filled = self.done * 20 // self.total
        return f"[{'#' * filled:<20}] {self.done / self.total:>6.1%}"

async def report(p, every):
    try:
        while True:
            await asyncio.sleep(every)
            print(f'{asyncio.get_running_loop().time():5.1f} s {p.bar}')
    except asyncio.CancelledError:
        print('final', p.bar)
        raise

async def download(p, name, parts, delay):
    for i in range(parts):
        await asyncio.sleep(delay)
        p.done += 1
    print(f'{name} complete')

async def main():
    sizes = {'a.zip': (4, 0.5), 'b.zip': (10, 0.3), 'c.zip': (6, 0.7)}
    p = Progress(sum(n for n, _ in sizes.values()))
    reporter = asyncio.create_task(report(p, 1))
    async with asyncio.TaskGroup() as tg:
        for name, (n, d) in sizes.items():
            tg.create_task(download(p, name, n, d), name=name)
    reporter.cancel()
    try:
        await reporter
    except asyncio.CancelledError:
        pass
    print(f'all done after {asyncio.get_running_loop().time():.1f} s')

asyncio.run(main())
