"""Children that make children while the group ends, groups within groups that fail, and a body that fails too."""
import asyncio
async def main():
    log = []
    async def leaf(n):
        await asyncio.sleep(n / 10); log.append(n)
        return n
    async with asyncio.TaskGroup() as tg:
        async def spawner(n):
            await asyncio.sleep(0.1)
            if n: tg.create_task(spawner(n - 1)); log.append(('spawn', n))
        tg.create_task(spawner(3)); print(tg)
    print(log, tg)
    for call in (lambda: tg.create_task(leaf(1)),):
        try: call()
        except RuntimeError as e: print(str(e))
    try:
        async with asyncio.TaskGroup() as outer:
            async def inner_group():
                async with asyncio.TaskGroup() as inner:
                    inner.create_task(leaf(50))
                    async def bad(): await asyncio.sleep(0.1); raise KeyError('deep')
                    inner.create_task(bad())
            outer.create_task(inner_group())
            async def other():
                try: await asyncio.sleep(9)
                except asyncio.CancelledError: log.append('other cancelled'); raise ValueError('while cancelling')
            outer.create_task(other())
            try: await asyncio.sleep(5)
            finally: log.append('body left')
    except BaseExceptionGroup as eg:
        def walk(e, d=0):
            print(' ' * d + (str(e) if isinstance(e, BaseExceptionGroup) else repr(e)))
            for x in getattr(e, 'exceptions', ()): walk(x, d + 1)
        walk(eg); print(repr(eg.__context__), repr(eg.__cause__), eg.__suppress_context__)
    print(log[-2:], asyncio.current_task().cancelling())
    try:
        async with asyncio.TaskGroup() as tg:
            tg.create_task(leaf(100)); raise OSError('body')
    except* OSError as eg: print(eg.exceptions)
    try:
        async with asyncio.TaskGroup() as tg:
            async def late(): await asyncio.sleep(0.1); raise TypeError('child')
            tg.create_task(late())
            try: await asyncio.sleep(1)
            except asyncio.CancelledError: raise OSError('body instead')
    except* (OSError, TypeError) as eg: print(eg.exceptions)
    t = asyncio.create_task(asyncio.sleep(0)); 
    try:
        async with asyncio.TaskGroup() as tg: tg.create_task(5)
    except* TypeError as eg: print(eg.exceptions)
    g = asyncio.TaskGroup(); c = leaf(1)
    try: g.create_task(c)
    except RuntimeError as e: print(e)
    try: await g.__aexit__(None, None, None)
    except Exception as e: print(type(e).__name__)
asyncio.run(main())
