import asyncio

async def main():
    try:
        raise SystemExit('fatal: stopping')
    finally:
        print('cleanup')

asyncio.run(main())
