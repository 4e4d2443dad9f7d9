import asyncio

class OldApi:
    """Callback style: on_ok or on_error is called later."""
    def fetch(self, key, on_ok, on_error):
        loop = asyncio.get_running_loop()
        if key < 0:
            loop.call_later(0.5, on_error, ValueError(f'bad key {key}'))
        else:
            loop.call_later(key, on_ok, key * 10)

def awaitable_fetch(api, key):
    fut = asyncio.get_running_loop().create_future()
    def ok(v):
        if not fut.cancelled(): fut.set_result(v)
        else: print('answer', v, 'came after the cancellation')
    def error(e):
        if not fut.done(): fut.set_exception(e)
    api.fetch(key, ok, error)
    return fut

async def main():
    api = OldApi()
    print(await awaitable_fetch(api, 1), asyncio.get_running_loop().time())
    try:
        await awaitable_fetch(api, -1)
    except ValueError as e:
        print(e)
    print(await asyncio.gather(*(awaitable_fetch(api, k) for k in (3, 1, 2, -5)), return_exceptions=True))
    try:
        await asyncio.wait_for(awaitable_fetch(api, 5), 1)
    except TimeoutError:
        print('timeout', asyncio.get_running_loop().time())
    await asyncio.sleep(10)

asyncio.run(main())
