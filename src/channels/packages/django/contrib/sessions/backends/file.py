"""Sessions as files, which all processes of the computer share."""

import json
import os
import time

from django.conf import settings

from .base import CreateError, KeyedSession


class SessionStore(KeyedSession):
    @classmethod
    def _folder(cls):
        import tempfile

        return settings.SESSION_FILE_PATH or tempfile.gettempdir()

    def _path(self, session_key):
        if not session_key.replace('-', '').replace('_', '').isalnum():
            from django.core.exceptions import SuspiciousOperation

            raise SuspiciousOperation('Invalid characters in session key')
        return os.path.join(self._folder(), settings.SESSION_COOKIE_NAME + session_key)

    def _read(self, session_key):
        if not session_key:
            return None
        try:
            with open(self._path(session_key)) as file:
                return tuple(json.load(file))
        except (FileNotFoundError, ValueError):
            return None

    def _write(self, session_key, data, ends, is_new):
        path = self._path(session_key)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if is_new and self.exists(session_key):
            raise CreateError
        # Whoever reads it meanwhile sees it as it was.
        part = f'{path}.{os.getpid()}.{time.monotonic_ns()}'
        with open(part, 'w') as file:
            json.dump([data, ends], file)
        os.replace(part, path)

    def _remove(self, session_key):
        try:
            os.unlink(self._path(session_key))
        except FileNotFoundError:
            pass
