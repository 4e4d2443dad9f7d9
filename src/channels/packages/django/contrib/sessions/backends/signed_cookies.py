"""Sessions that the browser keeps, with a signature."""

from django.core import signing

from .base import SessionBase

_SALT = 'django.contrib.sessions.backends.signed_cookies'


class SessionStore(SessionBase):
    def load(self):
        try:
            return signing.loads(self.session_key, max_age=self.get_session_cookie_age(), salt=_SALT)
        except Exception:
            self.create()
        return {}

    def create(self):
        self.modified = True

    def save(self, must_create=False):
        self._session_key = self._get_session_key()
        self.modified = True

    def exists(self, session_key=None):
        return False

    def delete(self, session_key=None):
        self._session_key = ''
        self._session_cache = {}
        self.modified = True

    def cycle_key(self):
        self.save()

    def _get_session_key(self):
        return signing.dumps(self._session, compress=True, salt=_SALT)
