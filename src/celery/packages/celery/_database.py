"""Results in a database that is a file: `db+sqlite:///results.sqlite`. It is none of SQLite's: each line of it is something that was done."""
import json
import time

from ._backends import KeyBackend
from .exceptions import ImproperlyConfigured

#: Seconds: nobody tells of changes, and whoever waits for one looks so often.
_LOOK = 0.5


class FileStore:
    """What a key holds is what its lines, one after the other, have made of it."""

    def __init__(self, path):
        self._path = path

    def set(self, key, text, seconds):
        self._append(key, 'set', text)

    def delete(self, key):
        self._append(key, 'set', None)

    def add(self, key, score, member):
        """Gives how many different members there are now."""
        self._append(key, 'add', [score, member])
        return len(self.members(key))

    def get(self, key):
        text = None
        for deed, value in self._deeds(key):
            text = value if deed == 'set' else text
        return text

    def members(self, key):
        found = {}
        for deed, value in self._deeds(key):
            if deed == 'set':
                found.clear()
            else:
                score, member = value
                found[member] = score
        return sorted(found, key=found.get)

    def changed(self, keys, known, timeout):
        """Waits until one of these keys holds something else; False: not in so many seconds."""
        end = None if timeout is None else time.monotonic() + timeout
        while [self.get(key) for key in keys] == known:
            if end is not None and time.monotonic() >= end:
                return False
            time.sleep(_LOOK if end is None else min(_LOOK, max(0, end - time.monotonic())))
        return True

    def _append(self, *line):
        with open(self._path, 'a') as file:
            file.write(json.dumps(line) + '\n')

    def _deeds(self, key):
        try:
            with open(self._path) as file:
                lines = [json.loads(line) for line in file]
        except FileNotFoundError:
            return []
        return [deed for of, *deed in lines if of == key]


class DatabaseBackend(KeyBackend):
    """A row for each task, which whatever comes later overwrites."""

    def _open(self, address):
        self.shown = self.shown.removeprefix('db+')
        scheme, _, path = self.shown.partition(':///')
        if scheme != 'sqlite' or not path:
            raise ImproperlyConfigured(f'No database server is there for {self.shown!r}: a file is kept by db+sqlite:///results.sqlite')
        return FileStore(path)

    def write(self, task_id, text, state, request):
        self._store.set(f'celery-task-meta-{task_id}', text, 0)
        return True
