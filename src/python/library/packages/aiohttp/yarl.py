"""URLs as the package yarl has them, as far as responses show them."""

from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit, urlunsplit


class URL:
    def __init__(self, text=''):
        self._parts = urlsplit(str(text))
        if self._parts.netloc and not self._parts.path:
            self._parts = self._parts._replace(path='/')

    scheme = property(lambda self: self._parts.scheme)
    host = property(lambda self: self._parts.hostname)
    path = property(lambda self: self._parts.path)
    query_string = property(lambda self: self._parts.query)
    fragment = property(lambda self: self._parts.fragment)
    query = property(lambda self: dict(parse_qsl(self._parts.query)))
    name = property(lambda self: self._parts.path.rpartition('/')[2])

    @property
    def port(self):
        return self._parts.port or {'http': 80, 'https': 443, 'ws': 80, 'wss': 443}.get(self.scheme)

    def join(self, other):
        return URL(urljoin(str(self), str(other)))

    def with_query(self, *args, **kwargs):
        pairs = args[0] if args else kwargs
        return URL(urlunsplit(self._parts._replace(query=urlencode(dict(pairs or {})))))

    def __truediv__(self, name):
        return URL(urlunsplit(self._parts._replace(path=self._parts.path.rstrip('/') + '/' + name, query='')))

    def __str__(self):
        return urlunsplit(self._parts)

    def __repr__(self):
        return f'URL({str(self)!r})'

    def __eq__(self, other):
        return isinstance(other, URL) and str(self) == str(other)

    def __hash__(self):
        return hash(str(self))
