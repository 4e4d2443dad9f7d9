import asyncio
import time
from collections import Counter

import httpx


async def get(client, results):
    answer = await client.get('http://localhost:8000/')
    results.append((f'{time.time():.3f}', answer.status_code, answer.text))


async def main():
    await asyncio.sleep(0.5)
    results = []
    limits = httpx.Limits(max_connections=None)
    async with httpx.AsyncClient(limits=limits, timeout=None) as client:
        await asyncio.gather(*(get(client, results) for _ in range(101)))
    print(Counter(status for _, status, _ in results))
    print({(when, 'Request queue full.' in text) for when, status, text in results if status == 503})
    good = [when for when, status, _ in results if status == 200]
    print(good[:2], good[-1])


asyncio.run(main())
