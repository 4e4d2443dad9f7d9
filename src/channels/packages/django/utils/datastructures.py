"""Dicts with several values for a key, and with keys in capitals or not."""

import copy
from collections.abc import Mapping


class MultiValueDictKeyError(KeyError):
    """A key that is not in a MultiValueDict."""


class MultiValueDict(dict):
    """Each key has a list of values; asked for one, it gives the last."""

    def __init__(self, key_to_list_mapping=()):
        super().__init__(key_to_list_mapping)

    def __repr__(self):
        return f'<{type(self).__name__}: {super().__repr__()}>'

    def __getitem__(self, key):
        try:
            values = super().__getitem__(key)
        except KeyError:
            raise MultiValueDictKeyError(key) from None
        return values[-1] if values else []

    def __setitem__(self, key, value):
        super().__setitem__(key, [value])

    def __copy__(self):
        return type(self)([(key, values[:]) for key, values in self.lists()])

    def __deepcopy__(self, memo):
        return type(self)([(key, copy.deepcopy(values, memo)) for key, values in self.lists()])

    def copy(self):
        return copy.copy(self)

    def get(self, key, default=None):
        try:
            value = self[key]
        except KeyError:
            return default
        return default if value == [] else value

    def getlist(self, key, default=None):
        if key not in self:
            return [] if default is None else default
        return list(super().__getitem__(key))

    def setlist(self, key, values):
        super().__setitem__(key, values)

    def setdefault(self, key, default=None):
        if key not in self:
            self[key] = default
        return self[key]

    def setlistdefault(self, key, default_list=None):
        if key not in self:
            self.setlist(key, [] if default_list is None else default_list)
        return super().__getitem__(key)

    def appendlist(self, key, value):
        self.setlistdefault(key).append(value)

    def items(self):
        for key in self:
            yield key, self[key]

    def lists(self):
        return iter(super().items())

    def values(self):
        for key in self:
            yield self[key]

    def update(self, *args, **kwargs):
        """Adds values, and replaces none."""
        for given in (*args, kwargs):
            if isinstance(given, MultiValueDict):
                for key, values in given.lists():
                    self.setlistdefault(key).extend(values)
            else:
                for key, value in dict(given).items():
                    self.setlistdefault(key).append(value)

    def dict(self):
        return {key: self[key] for key in self}


class CaseInsensitiveMapping(Mapping):
    """Keys are found in capitals or not, and shown as they were given."""

    def __init__(self, data):
        pairs = data.items() if isinstance(data, Mapping) else data
        self._store = {key.lower(): (key, value) for key, value in pairs}

    def __getitem__(self, key):
        return self._store[key.lower()][1]

    def __len__(self):
        return len(self._store)

    def __iter__(self):
        return (key for key, _ in self._store.values())

    def __eq__(self, other):
        return isinstance(other, Mapping) and {key.lower(): value for key, value in self.items()} == {
            key.lower(): value for key, value in other.items()}

    def __repr__(self):
        return repr(dict(self._store.values()))

    def copy(self):
        return self


class ImmutableList(tuple):
    """A list that cannot be changed."""
