"""There is no database. What needs one fails, and says so; plain functions through `database_sync_to_async` work."""


class Error(Exception):
    pass


class DatabaseError(Error):
    pass


class IntegrityError(DatabaseError):
    pass


class OperationalError(DatabaseError):
    pass


def missing(what):
    """The exception for something that would need one."""
    return NotImplementedError(
        f'{what}: there is no database and no ORM here. Keep what has to be remembered in a dict, in the session or in a file; '
        'functions that would ask the database may be plain functions.')


def close_old_connections(**kwargs):
    """There are none."""


def reset_queries(**kwargs):
    """There are none."""


class _NoDatabase:
    def __init__(self, name):
        self._name = name

    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        raise missing(f'django.db.{self._name}.{name}')

    def __getitem__(self, alias):
        raise missing(f'django.db.{self._name}[{alias!r}]')


connection = _NoDatabase('connection')
connections = _NoDatabase('connections')
