import asyncio

loop = asyncio.new_event_loop()
async def co(x):
    await asyncio.sleep(1)
    return x
print(loop.run_until_complete(co(5)), loop.time())
f = loop.create_future()
loop.call_later(1, f.set_result, 'future')
print(loop.run_until_complete(f), loop.time())
async def boom(): raise KeyError('b')
try:
    loop.run_until_complete(boom())
except KeyError as e:
    print(repr(e))
async def stopper():
    loop.stop()
    await asyncio.sleep(10)
try:
    loop.run_until_complete(stopper())
except RuntimeError as e:
    print(e)
async def nested():
    c = co(1)
    try:
        loop.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    other = asyncio.new_event_loop()
    try:
        other.run_until_complete(c)
    except RuntimeError as e:
        print(e)
    c.close()
    other.close()
    try:
        asyncio.run(co(2))
    except RuntimeError as e:
        print(e)
    try:
        loop.close()
    except RuntimeError as e:
        print(e)
    try:
        loop.run_forever()
    except RuntimeError as e:
        print(e)
loop.run_until_complete(nested())
for bad in (5, None, co):
    try:
        loop.run_until_complete(bad)
    except TypeError as e:
        print(e)
count = 0
def tick():
    global count
    count += 1
    loop.call_soon(tick)
loop.call_soon(tick)
loop.run_until_complete(asyncio.sleep(0))
print('iterations', count)
count = 0
async def empty(): pass
loop.run_until_complete(empty())
print('iterations', count)
loop.stop()
loop.close()
