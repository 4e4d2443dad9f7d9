# run_until_complete with what is not awaitable, with foreign futures, and twice.
import asyncio

loop = asyncio.new_event_loop()
other = asyncio.new_event_loop()
for wrong in (1, None, 'x', [], lambda: None, (n for n in ())):
    try:
        loop.run_until_complete(wrong)
    except TypeError as error:
        print(error)
future = other.create_future()
try:
    loop.run_until_complete(future)
except ValueError as error:
    print(error)


class Waits:
    def __await__(self):
        yield from asyncio.sleep(1).__await__()
        return 'waited'


print(loop.run_until_complete(Waits()))


async def value():
    return 42


task = loop.create_task(value())
print(loop.run_until_complete(task), loop.run_until_complete(task))
failed = loop.create_future()
failed.set_exception(KeyError('x'))
for _ in range(2):
    try:
        loop.run_until_complete(failed)
    except KeyError as error:
        print(repr(error))
gone = loop.create_future()
gone.cancel('msg')
try:
    loop.run_until_complete(gone)
except asyncio.CancelledError as error:
    print(repr(error))
loop.close()
other.close()
