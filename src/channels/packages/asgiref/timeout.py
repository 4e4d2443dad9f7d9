"""`async with timeout(seconds):`, which asyncio has itself."""

from asyncio import timeout

__all__ = ['timeout']
