"""Sessions where a real site has its database. DIVERGES: there is none, so they are files in a folder of their own."""

from .file import SessionStore as FileStore

_TABLE = '/tmp/django_session'


class SessionStore(FileStore):
    @classmethod
    def _folder(cls):
        return _TABLE
