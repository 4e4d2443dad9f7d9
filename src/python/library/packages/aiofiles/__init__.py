"""The package aiofiles: files whose methods are awaited. Each runs in a thread, as in the original."""

import asyncio
import builtins

from . import os

_DELEGATED = ('close', 'flush', 'read', 'readall', 'readinto', 'readline', 'readlines', 'seek', 'tell', 'truncate', 'write', 'writelines')


class AsyncFile:
    def __init__(self, file):
        self._file = file

    closed = property(lambda self: self._file.closed)
    name = property(lambda self: self._file.name)
    mode = property(lambda self: self._file.mode)

    def __getattr__(self, name):
        method = getattr(self._file, name)
        if name not in _DELEGATED:
            return method

        async def call(*args, **kwargs):
            return await asyncio.to_thread(method, *args, **kwargs)
        return call

    def __aiter__(self):
        return self

    async def __anext__(self):
        line = await self.readline()
        if not line:
            raise StopAsyncIteration
        return line


class _Opening:
    def __init__(self, args, kwargs):
        self._arguments = args, kwargs

    def __await__(self):
        return self._open().__await__()

    async def _open(self):
        args, kwargs = self._arguments
        self._file = AsyncFile(await asyncio.to_thread(builtins.open, *args, **kwargs))
        return self._file

    async def __aenter__(self):
        return await self._open()

    async def __aexit__(self, *exc_info):
        await self._file.close()


def open(file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None, *, loop=None, executor=None):
    return _Opening((file, mode, buffering, encoding, errors, newline, closefd, opener), {})
