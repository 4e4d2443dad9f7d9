"""Functions of os, awaited."""

import asyncio
import os


def _awaited(function):
    async def call(*args, **kwargs):
        return await asyncio.to_thread(function, *args, **kwargs)
    return call


stat, remove, rename, mkdir, rmdir, listdir, makedirs = map(
    _awaited, (os.stat, os.remove, os.rename, os.mkdir, os.rmdir, os.listdir, os.makedirs))


class path:
    exists, isfile, isdir, getsize = (
        staticmethod(_awaited(getattr(os.path, name))) for name in ('exists', 'isfile', 'isdir', 'getsize'))
