"""Twelve requests at once, no worker yet, and room for ten."""
import asyncio
import time

import httpx


async def get(client, results):
    answer = await client.get('http://localhost:8000/')
    results.append((f'{time.time():.3f}', answer.status_code))


async def main():
    await asyncio.sleep(0.5)
    results = []
    async with httpx.AsyncClient(timeout=None) as client:
        await asyncio.gather(*(get(client, results) for _ in range(12)))
    for result in results:
        print(*result)


asyncio.run(main())
