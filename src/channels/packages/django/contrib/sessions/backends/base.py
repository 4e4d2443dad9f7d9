"""A session: a dict that is loaded when it is first looked at."""

import time

from django.conf import settings
from django.utils.crypto import get_random_string

KEY_CHARACTERS = 'abcdefghijklmnopqrstuvwxyz0123456789'


class CreateError(Exception):
    """There is a session with this key already."""


class UpdateError(Exception):
    """The session was deleted meanwhile."""


class SessionBase:
    """A subclass keeps them: exists, create, save, delete, load. Ages are seconds."""

    TEST_COOKIE_NAME, TEST_COOKIE_VALUE = 'testcookie', 'worked'
    _not_given = object()

    def __init__(self, session_key=None):
        self._session_key = session_key
        self.accessed = self.modified = False

    def __contains__(self, key):
        return key in self._session

    def __getitem__(self, key):
        return self._session[key]

    def __setitem__(self, key, value):
        self._session[key] = value
        self.modified = True

    def __delitem__(self, key):
        del self._session[key]
        self.modified = True

    key_salt = property(lambda self: f'django.contrib.sessions.{type(self).__qualname__}')

    def get(self, key, default=None):
        return self._session.get(key, default)

    def pop(self, key, default=_not_given):
        self.modified = self.modified or key in self._session
        return self._session.pop(key) if default is self._not_given else self._session.pop(key, default)

    def setdefault(self, key, value):
        if key not in self._session:
            self[key] = value
        return self._session[key]

    def update(self, dict_):
        self._session.update(dict_)
        self.modified = True

    def has_key(self, key):
        return key in self._session

    def keys(self):
        return self._session.keys()

    def values(self):
        return self._session.values()

    def items(self):
        return self._session.items()

    def clear(self):
        self._session_cache = {}
        self.accessed = self.modified = True

    def is_empty(self):
        """Whether there is nothing in it, and nothing kept."""
        return not self._session_key and not getattr(self, '_session_cache', None)

    def set_test_cookie(self):
        self[self.TEST_COOKIE_NAME] = self.TEST_COOKIE_VALUE

    def test_cookie_worked(self):
        return self.get(self.TEST_COOKIE_NAME) == self.TEST_COOKIE_VALUE

    def delete_test_cookie(self):
        del self[self.TEST_COOKIE_NAME]

    @property
    def session_key(self):
        return self._session_key

    # What is too short is no key.
    @property
    def _session_key(self):
        return self.__dict__.get('_key')

    @_session_key.setter
    def _session_key(self, value):
        self.__dict__['_key'] = value if value is not None and len(value) >= 8 else None

    def _get_session(self, no_load=False):
        self.accessed = True
        if not hasattr(self, '_session_cache'):
            self._session_cache = {} if self._session_key is None or no_load else self.load()
        return self._session_cache

    _session = property(_get_session)

    def _get_new_session_key(self):
        while True:
            key = get_random_string(32, KEY_CHARACTERS)
            if not self.exists(key):
                return key

    def _get_or_create_session_key(self):
        if self._session_key is None:
            self._session_key = self._get_new_session_key()
        return self._session_key

    def get_session_cookie_age(self):
        return settings.SESSION_COOKIE_AGE

    def get_expiry_age(self, **kwargs):
        expiry = kwargs.get('expiry', self.get('_session_expiry'))
        if not expiry:
            return self.get_session_cookie_age()
        return int(expiry - time.time()) if expiry > 10 ** 9 else expiry

    def get_expiry_date(self, **kwargs):
        from datetime import timedelta

        from django.utils import timezone

        return timezone.now() + timedelta(seconds=self.get_expiry_age(**kwargs))

    def set_expiry(self, value):
        """Seconds, a timedelta, a datetime, 0 (with the browser), or None (as the settings say)."""
        if value is None:
            self.pop('_session_expiry', None)
        elif hasattr(value, 'total_seconds'):
            self['_session_expiry'] = time.time() + value.total_seconds()
        else:
            self['_session_expiry'] = value.timestamp() if hasattr(value, 'timestamp') else value

    def get_expire_at_browser_close(self):
        expiry = self.get('_session_expiry')
        return settings.SESSION_EXPIRE_AT_BROWSER_CLOSE if expiry is None else expiry == 0

    def flush(self):
        """Nothing is left of it, and a new one begins."""
        self.clear()
        self.delete()
        self._session_key = None

    def cycle_key(self):
        """The same under another key."""
        data, key = self._session, self.session_key
        self.create()
        self._session_cache = data
        if key:
            self.delete(key)

    async def aget(self, key, default=None):
        return self.get(key, default)

    async def aset(self, key, value):
        self[key] = value

    async def aupdate(self, dict_):
        self.update(dict_)

    async def apop(self, key, *args):
        return self.pop(key, *args)

    async def akeys(self):
        return self.keys()

    async def ahas_key(self, key):
        return self.has_key(key)

    async def asave(self, must_create=False):
        from asgiref.sync import sync_to_async

        await sync_to_async(self.save)(must_create)

    async def aflush(self):
        from asgiref.sync import sync_to_async

        await sync_to_async(self.flush)()

    def exists(self, session_key):
        raise NotImplementedError('subclasses of SessionBase must provide an exists() method')

    def create(self):
        raise NotImplementedError('subclasses of SessionBase must provide a create() method')

    def save(self, must_create=False):
        raise NotImplementedError('subclasses of SessionBase must provide a save() method')

    def delete(self, session_key=None):
        raise NotImplementedError('subclasses of SessionBase must provide a delete() method')

    def load(self):
        raise NotImplementedError('subclasses of SessionBase must provide a load() method')

    @classmethod
    def clear_expired(cls):
        """For `clearsessions`: they are looked at when they are loaded."""


class KeyedSession(SessionBase):
    """A session whose store knows texts by keys: `_read`, `_write`, `_remove`."""

    def _read(self, session_key):
        """(data, when it ends in seconds of the clock), or None."""
        raise NotImplementedError

    def _write(self, session_key, data, ends, is_new):
        """Raises CreateError where it is to be new and is not."""
        raise NotImplementedError

    def _remove(self, session_key):
        raise NotImplementedError

    def load(self):
        found = self._read(self._session_key)
        if found is not None and found[1] > time.time():
            return found[0]
        self._session_key = None
        return {}

    def exists(self, session_key):
        found = self._read(session_key)
        return found is not None and found[1] > time.time()

    def create(self):
        while True:
            self._session_key = self._get_new_session_key()
            try:
                self.save(must_create=True)
            except CreateError:
                continue
            self.modified = True
            return

    def save(self, must_create=False):
        if self.session_key is None:
            return self.create()
        data = self._get_session(no_load=must_create)
        if not must_create and self._read(self.session_key) is None:
            raise UpdateError
        self._write(self.session_key, data, time.time() + self.get_expiry_age(), must_create)

    def delete(self, session_key=None):
        key = session_key or self.session_key
        if key is not None:
            self._remove(key)
