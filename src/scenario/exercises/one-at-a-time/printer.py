"""One printer, and nobody who keeps order."""
import asyncio

async def put(document):
    for page in (1, 2, 3):
        print(document, page)
        await asyncio.sleep(0.1)
