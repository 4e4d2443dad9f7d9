"""Ids of tasks that will not be run, as a worker remembers them: in its memory, and in a file if it is told to."""
import json
import os
import time

_IDS_MAX = 50_000
_SECONDS = 10_800


class Revoked:
    """`path` outlives the worker; None: nothing does."""

    def __init__(self, path=None):
        self._path = path
        #: When each was revoked, by the clock on the wall; the oldest first.
        self._times = {}
        if path is not None and os.path.exists(path):
            with open(path) as file:
                self._times = json.load(file)
            self._purge()

    def update(self, ids):
        for id in ids:
            self._times.pop(id, None)
            self._times[id] = time.time()
        self._purge()

    def _purge(self):
        limit = time.time() - _SECONDS
        for id in list(self._times):
            if self._times[id] > limit and len(self._times) <= _IDS_MAX:
                break
            del self._times[id]

    def __contains__(self, id):
        return id in self._times

    def __iter__(self):
        self._purge()
        return iter(list(self._times))

    def save(self):
        if self._path is not None:
            with open(self._path, 'w') as file:
                json.dump(self._times, file)
