"""The headers of a response."""


class BadHeaderError(ValueError):
    """A header with a line break in it."""


class ResponseHeaders:
    """Found in capitals or not; each is there once."""

    def __init__(self, data=()):
        self._store = {}
        for name, value in dict(data).items():
            self[name] = value

    def __setitem__(self, name, value):
        name, value = str(name), value.decode('latin-1') if isinstance(value, bytes) else str(value)
        if '\n' in name + value or '\r' in name + value:
            raise BadHeaderError(f"Header values can't contain newlines (got {value!r})")
        self._store[name.lower()] = (name, value)

    def __getitem__(self, name):
        return self._store[name.lower()][1]

    def __delitem__(self, name):
        self._store.pop(name.lower(), None)

    def __contains__(self, name):
        return name.lower() in self._store

    def __iter__(self):
        return (name for name, _ in self._store.values())

    def __repr__(self):
        return repr(dict(self.items()))

    def items(self):
        return [*self._store.values()]

    def get(self, name, default=None):
        return self[name] if name in self else default

    def setdefault(self, name, value):
        if name not in self:
            self[name] = value

    def pop(self, name, default=None):
        return self._store.pop(name.lower(), (name, default))[1]
