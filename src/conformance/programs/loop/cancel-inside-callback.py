# A handle that is cancelled by an earlier callback of the same iteration does not run.
import asyncio


async def main():
    loop = asyncio.get_running_loop()
    later = []

    def first():
        print('first')
        for handle in later:
            handle.cancel()

    loop.call_soon(first)
    later.append(loop.call_soon(print, 'second'))
    later.append(loop.call_later(0, print, 'timer'))
    await asyncio.sleep(0.1)
    print([handle.cancelled() for handle in later])
    done = loop.call_soon(print, 'ran')
    await asyncio.sleep(0)
    done.cancel()
    print(done.cancelled(), done._callback, done._args)

    def itself():
        own.cancel()
        print('itself', own.cancelled())

    own = loop.call_soon(itself)
    await asyncio.sleep(0)


asyncio.run(main())
