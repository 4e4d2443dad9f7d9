"""Plain functions that use the database, as coroutine functions. There is no database here: they run in a thread all the same."""

from asgiref.sync import SyncToAsync


class DatabaseSyncToAsync(SyncToAsync):
    """Where a real one closes connections that are too old."""


def database_sync_to_async(func=None, *, thread_sensitive=True, executor=None):
    if func is None:
        return lambda function: DatabaseSyncToAsync(function, thread_sensitive=thread_sensitive, executor=executor)
    return DatabaseSyncToAsync(func, thread_sensitive=thread_sensitive, executor=executor)


async def aclose_old_connections():
    """Connections that are too old: there are none."""
