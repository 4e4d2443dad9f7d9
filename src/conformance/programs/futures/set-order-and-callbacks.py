# Callbacks of a future: registration order, removal of equal ones, additions while they run.
import asyncio


class Equal:
    def __init__(self, name):
        self.name = name

    def __eq__(self, other):
        return isinstance(other, Equal)

    def __hash__(self):
        return 0

    def __call__(self, future):
        print(self.name, future.result())


async def main():
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(Equal('a'))
    future.add_done_callback(print)
    future.add_done_callback(print)
    future.add_done_callback(Equal('b'))
    print(future.remove_done_callback(Equal('c')), future.remove_done_callback(print), future.remove_done_callback(print))
    print(future._callbacks)

    def adds(done):
        print('adds')
        done.add_done_callback(lambda again: print('added while running'))

    future.add_done_callback(adds)
    future.add_done_callback(lambda done: print('after adds'))
    future.set_result(7)
    print(future._callbacks, future.remove_done_callback(adds))
    await asyncio.sleep(0)
    print('-')
    await asyncio.sleep(0)
    for wrong in ((), (1, 2)):
        try:
            future.add_done_callback(*wrong)
        except TypeError as error:
            print(error)
    future.add_done_callback('not callable')
    await asyncio.sleep(0)


asyncio.run(main())
