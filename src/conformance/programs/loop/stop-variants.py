# stop(): before the start one iteration is run, in it the iteration is finished, and the flag is forgotten afterwards.
import asyncio

loop = asyncio.new_event_loop()
log = []
loop.stop()
loop.call_soon(log.append, 'a')
loop.call_soon(lambda: loop.call_soon(log.append, 'b'))
loop.run_forever()
print(log)


def stop_and_more():
    loop.stop()
    loop.stop()
    loop.call_soon(log.append, 'after stop')
    log.append('stopping')


loop.call_soon(stop_and_more)
loop.call_soon(log.append, 'same iteration')
loop.run_forever()
print(log)
loop.call_later(3, log.append, 'late')
loop.call_later(1, loop.stop)
loop.run_forever()
print(log, loop.time())


async def stopper():
    loop.stop()
    await asyncio.sleep(0)
    log.append('not reached at first')


task = loop.create_task(stopper())
try:
    loop.run_until_complete(asyncio.sleep(5))
except RuntimeError as error:
    print(error)
print(log, task.done())
loop.run_until_complete(task)
print(log, task.done())
for left in asyncio.all_tasks(loop):
    left.cancel()
loop.run_until_complete(asyncio.sleep(0))
loop.close()
