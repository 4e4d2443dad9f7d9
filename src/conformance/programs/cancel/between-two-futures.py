# A task cancelled in the same iteration in which its future is resolved, in both orders.
import asyncio


async def waits(future, log):
    try:
        log.append(('got', await future))
    except asyncio.CancelledError as error:
        log.append(('cancelled', error.args))
        await asyncio.sleep(0)
        log.append('after')


async def main():
    loop = asyncio.get_running_loop()
    for order in ('result first', 'cancel first', 'exception first', 'future cancel first'):
        future = loop.create_future()
        log = []
        task = asyncio.create_task(waits(future, log))
        await asyncio.sleep(0)
        if order == 'result first':
            future.set_result(1)
            log.append(task.cancel('c'))
        elif order == 'cancel first':
            log.append(task.cancel('c'))
            try:
                future.set_result(1)
            except asyncio.InvalidStateError as error:
                log.append(str(error))
        elif order == 'exception first':
            future.set_exception(KeyError('k'))
            log.append(task.cancel('c'))
        else:
            future.cancel('f')
            log.append(task.cancel('c'))
        await asyncio.gather(task, return_exceptions=True)
        print(order, log, task.cancelled(), task.cancelling())
        if not future.cancelled():
            future.exception()


asyncio.run(main())
