/** What runs while a page is measured. */
import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';

/** As long as a run in a page can be: a million events of every kind. */
export const MILLION = readFileSync(new URL('../../src/engine/bench/million.py', import.meta.url), 'utf8');

/** 1,000 tasks, a little more than 100,000 events. */
export const THOUSAND = `import asyncio

async def fetch(n, gate):
    for _ in range(3):
        async with gate:
            await asyncio.sleep(0.1 + n % 7 / 10)

async def crawl(shelf):
    gate = asyncio.Semaphore(20)
    await asyncio.gather(*(fetch(shelf * 100 + n, gate) for n in range(100)))

async def main():
    await asyncio.gather(*(crawl(n) for n in range(10)))

asyncio.run(main())
`;

/** 10,000 tasks at once. */
export const TEN_THOUSAND = `import asyncio

async def worker(n):
    for _ in range(12):
        await asyncio.sleep(n % 50 / 100)

async def main():
    await asyncio.gather(*(worker(n) for n in range(10_000)))

asyncio.run(main())
`;

/** As a lecture has it. */
export const LECTURE = `import asyncio

async def fetch(n):
    await asyncio.sleep(n)
    print('fetched', n)
    return n

async def main():
    print(await asyncio.gather(*(fetch(n) for n in range(5))))

asyncio.run(main())
`;

/** @param {string} program */
export function linkTo(program) {
  return `./#3${deflateSync(JSON.stringify({ f: [['main.py', program]] })).toString('base64url')}z`;
}
