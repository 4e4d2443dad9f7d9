# A subclass that overrides methods is asked by the task that awaits it.
import asyncio


class Loud(asyncio.Future):
    def add_done_callback(self, callback, *, context=None):
        print('add', context is not None)
        super().add_done_callback(callback, context=context)

    def result(self):
        print('result')
        return super().result()

    def cancel(self, msg=None):
        print('cancel', msg)
        return super().cancel(msg=msg)

    def set_result(self, value):
        print('set')
        super().set_result(value)


async def waits(future):
    return await future


async def main():
    loud = Loud(loop=asyncio.get_running_loop())
    loud.note = 'own attribute'
    task = asyncio.create_task(waits(loud))
    await asyncio.sleep(0)
    loud.set_result(3)
    print(await task, loud, loud.note)
    loud = Loud()
    task = asyncio.create_task(waits(loud))
    await asyncio.sleep(0)
    print(task.cancel('stop'))
    try:
        await task
    except asyncio.CancelledError as error:
        print(repr(error))
    print(loud.cancelled(), Loud.__name__ in repr(loud))


asyncio.run(main())
