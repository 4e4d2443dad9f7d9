import asyncio

loop = asyncio.new_event_loop()

async def forever():
    await asyncio.sleep(1000)

async def main():
    await asyncio.sleep(1)

t = loop.create_task(forever(), name='forgotten')
loop.run_until_complete(main())
print(t.done())
loop.close()
del t
print('end of program')
