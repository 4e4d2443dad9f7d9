# What comes out of asyncio.run: exceptions, exits, cancellations.
import asyncio


async def raises(error):
    await asyncio.sleep(0)
    raise error


async def cancels_itself():
    asyncio.current_task().cancel('self')
    await asyncio.sleep(1)


async def returns_exception():
    return ValueError('value')


for error in (ValueError('v'), KeyboardInterrupt('k'), SystemExit(4), GeneratorExit('g'), asyncio.CancelledError('c'), StopAsyncIteration('s'), BaseException('b'), TimeoutError()):
    try:
        asyncio.run(raises(error))
    except BaseException as caught:
        print(repr(caught), caught is error, repr(caught.__context__))
try:
    asyncio.run(raises(StopIteration(1)))
except RuntimeError as error:
    print(repr(error), repr(error.__cause__))
try:
    asyncio.run(cancels_itself())
except asyncio.CancelledError as error:
    print(repr(error))
print(repr(asyncio.run(returns_exception())))
