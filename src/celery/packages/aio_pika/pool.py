"""Things that are made when they are needed and used again."""
import asyncio
import inspect


class PoolInvalidStateError(RuntimeError):
    pass


class Pool:
    """At most `max_size` of what `constructor` makes; who wants one more waits."""

    def __init__(self, constructor, *args, max_size=None, loop=None):
        self._constructor = constructor
        self._args = args
        self._max_size = max_size
        self._free = asyncio.Queue()
        self._made = []
        self._lock = asyncio.Lock()
        self.is_closed = False

    def acquire(self):
        """A context that lends one."""
        if self.is_closed:
            raise PoolInvalidStateError('acquire operation on closed pool')
        return _Loan(self)

    async def _get(self):
        async with self._lock:
            is_full = self._max_size is not None and len(self._made) >= self._max_size
            if not is_full and self._free.empty():
                item = self._constructor(*self._args)
                if inspect.isawaitable(item):
                    item = await item
                self._made.append(item)
                return item
        return await self._free.get()

    def put(self, item):
        if self.is_closed:
            raise PoolInvalidStateError('put operation on closed pool')
        self._free.put_nowait(item)

    async def close(self):
        self.is_closed = True
        await asyncio.gather(*(item.close() for item in self._made), return_exceptions=True)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        if not self.is_closed:
            await self.close()


class _Loan:
    def __init__(self, pool):
        self._pool = pool

    async def __aenter__(self):
        self._item = await self._pool._get()
        return self._item

    async def __aexit__(self, *error):
        self._pool.put(self._item)
