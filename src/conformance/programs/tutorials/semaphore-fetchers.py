import asyncio
from dataclasses import dataclass

@dataclass(frozen=True)
class Page:
    url: str
    size: int
    latency: float

PAGES = [Page(f'https://example.org/{i}', 100 * i, 0.5 + (i * 7 % 5) / 4) for i in range(8)]

async def fetch(page, sem, stats):
    async with sem:
        stats['active'] += 1
        stats['peak'] = max(stats['peak'], stats['active'])
        t0 = asyncio.get_running_loop().time()
        await asyncio.sleep(page.latency)
        stats['active'] -= 1
        if page.size == 300:
            raise ConnectionError(f'{page.url}: reset by peer')
        return page.size, asyncio.get_running_loop().time() - t0

async def main():
    sem = asyncio.Semaphore(3)
    stats = {'active': 0, 'peak': 0}
    results = await asyncio.gather(*(fetch(p, sem, stats) for p in PAGES), return_exceptions=True)
    for page, r in zip(PAGES, results):
        match r:
            case Exception():
                print(f'{page.url:<22} FAILED {r}')
            case (size, seconds):
                print(f'{page.url:<22} {size:>5} bytes in {seconds:.2f} s')
    good = [r for r in results if not isinstance(r, Exception)]
    print(f'{len(good)}/{len(PAGES)} ok, {sum(s for s, _ in good):,} bytes, peak {stats["peak"]}, total {asyncio.get_running_loop().time():.2f} s')

asyncio.run(main())
