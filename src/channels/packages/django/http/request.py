"""A request, as views see it; made by a handler (core/handlers/asgi.py, or that of Channels 1.x)."""

import copy
from io import BytesIO
from urllib.parse import parse_qsl, quote, urlencode, urljoin, urlsplit

from django.conf import settings
from django.core.exceptions import DisallowedHost, ImproperlyConfigured, RequestDataTooBig
from django.utils.datastructures import CaseInsensitiveMapping, MultiValueDict

# What may answer while DEBUG is on and ALLOWED_HOSTS is empty.
_HOSTS_OF_DEBUG = ['.localhost', '127.0.0.1', '[::1]']


class UnreadablePostError(OSError):
    """The body cannot be read to its end."""


class RawPostDataException(Exception):
    """`body` was asked for after the body had been read as a stream."""


class HttpHeaders(CaseInsensitiveMapping):
    """The headers, by their names as in `User-Agent`."""

    def __init__(self, environ):
        super().__init__({name: value for name, value in ((_header_of(key), value) for key, value in environ.items()) if name})

    def __getitem__(self, key):
        return super().__getitem__(key.replace('_', '-'))


def _header_of(key):
    if key.startswith('HTTP_'):
        key = key[5:]
    elif key not in ('CONTENT_TYPE', 'CONTENT_LENGTH'):
        return None
    return key.replace('_', '-').title()


class HttpRequest:
    _encoding = None
    _upload_handlers = []

    def __init__(self):
        self.GET = QueryDict(mutable=True)
        self.POST = QueryDict(mutable=True)
        self.COOKIES, self.META, self.FILES = {}, {}, MultiValueDict()
        self.path = self.path_info = ''
        self.method = self.resolver_match = self.content_type = self.content_params = None

    def __repr__(self):
        if self.method is None or not self.get_full_path():
            return f'<{type(self).__name__}>'
        return f'<{type(self).__name__}: {self.method} {self.get_full_path()!r}>'

    @property
    def headers(self):
        if 'headers' not in self.__dict__:
            self.__dict__['headers'] = HttpHeaders(self.META)
        return self.__dict__['headers']

    @property
    def encoding(self):
        return self._encoding

    @encoding.setter
    def encoding(self, value):
        self._encoding = value
        self.__dict__.pop('GET', None)
        self.__dict__.pop('_post', None)

    def get_host(self):
        """The host that the client asked for. Raises DisallowedHost where ALLOWED_HOSTS has it not."""
        host = self._get_raw_host()
        allowed = settings.ALLOWED_HOSTS
        if settings.DEBUG and not allowed:
            allowed = _HOSTS_OF_DEBUG
        domain, _ = split_domain_port(host)
        if domain and validate_host(domain, allowed):
            return host
        message = f'Invalid HTTP_HOST header: {host!r}.'
        if domain:
            raise DisallowedHost(f'{message} You may need to add {domain!r} to ALLOWED_HOSTS.')
        raise DisallowedHost(f'{message} The domain name provided is not valid according to RFC 1034/1035.')

    def _get_raw_host(self):
        if settings.USE_X_FORWARDED_HOST and 'HTTP_X_FORWARDED_HOST' in self.META:
            return self.META['HTTP_X_FORWARDED_HOST']
        if 'HTTP_HOST' in self.META:
            return self.META['HTTP_HOST']
        port = self.get_port()
        usual = '443' if self.is_secure() else '80'
        return self.META['SERVER_NAME'] if port == usual else f'{self.META["SERVER_NAME"]}:{port}'

    def get_port(self):
        return str(self.META['SERVER_PORT'])

    def get_full_path(self, force_append_slash=False):
        return self._full_path(self.path, force_append_slash)

    def get_full_path_info(self, force_append_slash=False):
        return self._full_path(self.path_info, force_append_slash)

    def _full_path(self, path, has_slash):
        query = self.META.get('QUERY_STRING', '')
        slash = '/' if has_slash and not path.endswith('/') else ''
        return quote(path, safe="/:@&+$,~!*'();=-_.") + slash + (f'?{query}' if query else '')

    def get_signed_cookie(self, key, default=RawPostDataException, salt='', max_age=None):
        from django.core import signing

        try:
            return signing.get_cookie_signer(salt=key + salt).unsign(self.COOKIES[key], max_age=max_age)
        except (KeyError, signing.BadSignature):
            if default is RawPostDataException:
                raise
            return default

    @property
    def _current_scheme_host(self):
        return f'{self.scheme}://{self.get_host()}'

    def build_absolute_uri(self, location=None):
        if location is None:
            location = f'//{self.get_full_path()}' if self.get_full_path().startswith('//') else self.get_full_path()
        parts = urlsplit(str(location))
        if parts.scheme and parts.netloc:
            return str(location)
        return urljoin(self._current_scheme_host + self.path, str(location))

    def _get_scheme(self):
        return 'http'

    @property
    def scheme(self):
        if settings.SECURE_PROXY_SSL_HEADER:
            try:
                header, secure = settings.SECURE_PROXY_SSL_HEADER
            except ValueError:
                raise ImproperlyConfigured('The SECURE_PROXY_SSL_HEADER setting must be a tuple containing two values.') from None
            if self.META.get(header) is not None:
                return 'https' if self.META[header].split(',', 1)[0].strip() == secure else 'http'
        return self._get_scheme()

    def is_secure(self):
        return self.scheme == 'https'

    def is_ajax(self):
        """Of Django 1.x."""
        return self.META.get('HTTP_X_REQUESTED_WITH') == 'XMLHttpRequest'

    def accepts(self, media_type):
        accepted = [part.split(';')[0].strip() for part in self.META.get('HTTP_ACCEPT', '*/*').split(',')]
        return any(part in ('*/*', media_type, f'{media_type.split("/")[0]}/*') for part in accepted)

    @property
    def body(self):
        if not hasattr(self, '_body'):
            if self._read_started:
                raise RawPostDataException("You cannot access body after reading from request's data stream")
            limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE
            if limit is not None and int(self.META.get('CONTENT_LENGTH') or 0) > limit:
                raise RequestDataTooBig('Request body exceeded settings.DATA_UPLOAD_MAX_MEMORY_SIZE.')
            self._body = self.read()
            self._stream = BytesIO(self._body)
        return self._body

    def _load_post_and_files(self):
        self._post, self._files = QueryDict(encoding=self._encoding), MultiValueDict()
        if self.method != 'POST':
            return
        if self.content_type == 'multipart/form-data':
            from .multipart import parse_multipart

            self._post, self._files = parse_multipart(self.body, self.content_params.get('boundary', ''), self._encoding)
        elif self.content_type == 'application/x-www-form-urlencoded':
            self._post = QueryDict(self.body, encoding=self._encoding)

    def _get_post(self):
        if not hasattr(self, '_post'):
            self._load_post_and_files()
        return self._post

    def _set_post(self, post):
        self._post = post

    POST = property(_get_post, _set_post)

    def _get_files(self):
        if not hasattr(self, '_files'):
            self._load_post_and_files()
        return self._files

    def _set_files(self, files):
        self._files = files

    FILES = property(_get_files, _set_files)
    _read_started = False

    def read(self, *args, **kwargs):
        self._read_started = True
        return self._stream.read(*args, **kwargs) if hasattr(self, '_stream') else b''

    def readline(self, *args, **kwargs):
        self._read_started = True
        return self._stream.readline(*args, **kwargs)

    def __iter__(self):
        return iter(self.readline, b'')

    def readlines(self):
        return list(self)

    def close(self):
        """Of files that were uploaded nothing stays open."""


class QueryDict(MultiValueDict):
    """What stands in a query or a form. It can be changed only where it was made so."""

    _mutable = True

    def __init__(self, query_string=None, mutable=False, encoding=None):
        super().__init__()
        self.encoding = encoding or settings.DEFAULT_CHARSET
        text = query_string or ''
        if isinstance(text, bytes):
            try:
                text = text.decode(self.encoding)
            except UnicodeDecodeError:
                text = text.decode('iso-8859-1')
        for key, value in parse_qsl(text, keep_blank_values=True, encoding=self.encoding):
            self.appendlist(key, value)
        self._mutable = mutable

    @classmethod
    def fromkeys(cls, iterable, value='', mutable=False, encoding=None):
        made = cls('', mutable=True, encoding=encoding)
        for key in iterable:
            made.appendlist(key, value)
        made._mutable = mutable
        return made

    def _assert_mutable(self):
        if not self._mutable:
            raise AttributeError('This QueryDict instance is immutable')

    def __setitem__(self, key, value):
        self._assert_mutable()
        super().__setitem__(key, value)

    def __delitem__(self, key):
        self._assert_mutable()
        super().__delitem__(key)

    def __copy__(self):
        made = type(self)('', mutable=True, encoding=self.encoding)
        for key, values in self.lists():
            made.setlist(key, list(values))
        return made

    def __deepcopy__(self, memo):
        made = type(self)('', mutable=True, encoding=self.encoding)
        memo[id(self)] = made
        for key, values in self.lists():
            made.setlist(key, copy.deepcopy(values, memo))
        return made

    def setlist(self, key, values):
        self._assert_mutable()
        super().setlist(key, values)

    def setlistdefault(self, key, default_list=None):
        self._assert_mutable()
        return super().setlistdefault(key, default_list)

    def pop(self, key, *args):
        self._assert_mutable()
        return super().pop(key, *args)

    def clear(self):
        self._assert_mutable()
        super().clear()

    def copy(self):
        return self.__deepcopy__({})

    def urlencode(self, safe=None):
        pairs = [(key, value) for key, values in self.lists() for value in values]
        return urlencode(pairs, safe=safe, quote_via=quote) if safe else urlencode(pairs)


def split_domain_port(host):
    """(domain, port) of a Host header, in small letters; ('', '') where it is none."""
    import re

    if not re.fullmatch(r'([a-zA-Z0-9.-]+|\[[a-fA-F0-9:.]+\])(:\d+)?', host):
        return '', ''
    host = host.lower()
    if host.endswith(']'):
        return host, ''
    domain, port = host.rsplit(':', 1) if ':' in host else (host, '')
    return domain.removesuffix('.'), port


def validate_host(host, allowed_hosts):
    """`*` is any host, `.example.com` that one and all below it."""
    return any(pattern == '*' or is_same_domain(host, pattern) for pattern in allowed_hosts)


def is_same_domain(host, pattern):
    if not pattern:
        return False
    pattern = pattern.lower()
    return host == pattern or (pattern[0] == '.' and (host.endswith(pattern) or host == pattern[1:]))
