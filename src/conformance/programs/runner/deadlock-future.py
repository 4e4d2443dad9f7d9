import asyncio

async def main():
    print('waiting for a future nobody sets')
    try:
        await asyncio.get_running_loop().create_future()
    except BaseException as e:
        print('never', e)

asyncio.run(main())
