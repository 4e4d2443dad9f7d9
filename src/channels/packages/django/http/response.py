"""What a view answers."""

import io
import json
from http import HTTPStatus
from urllib.parse import quote, urlsplit

from django.core.exceptions import DisallowedRedirect

from .cookie import SimpleCookie
from .headers import ResponseHeaders


class HttpResponseBase:
    status_code = 200
    streaming = False

    def __init__(self, content_type=None, status=None, reason=None, charset=None, headers=None):
        self.headers = ResponseHeaders(headers or ())
        self._charset = charset
        if 'Content-Type' not in self.headers:
            self.headers['Content-Type'] = f'text/html; charset={self.charset}' if content_type is None else content_type
        elif content_type:
            raise ValueError("'headers' must not contain 'Content-Type' when the 'content_type' parameter is provided.")
        self._resource_closers = []
        self._handler_class = None
        self.cookies, self.closed = SimpleCookie(), False
        if status is not None:
            self.status_code = int(status)
            if not 100 <= self.status_code <= 599:
                raise ValueError('HTTP status code must be an integer from 100 to 599.')
        self._reason_phrase = reason

    @property
    def reason_phrase(self):
        if self._reason_phrase is not None:
            return self._reason_phrase
        try:
            return HTTPStatus(self.status_code).phrase
        except ValueError:
            return 'Unknown Status Code'

    @reason_phrase.setter
    def reason_phrase(self, value):
        self._reason_phrase = value

    @property
    def charset(self):
        if self._charset is not None:
            return self._charset
        _, sign, named = self.headers.get('Content-Type', '').partition('charset=')
        if sign:
            return named.split(';')[0].strip(' "')
        from django.conf import settings

        return settings.DEFAULT_CHARSET

    @charset.setter
    def charset(self, value):
        self._charset = value

    def __setitem__(self, name, value):
        self.headers[name] = value

    def __getitem__(self, name):
        return self.headers[name]

    def __delitem__(self, name):
        del self.headers[name]

    def has_header(self, name):
        return name in self.headers

    __contains__ = has_header

    def items(self):
        return self.headers.items()

    def get(self, name, alternate=None):
        return self.headers.get(name, alternate)

    def setdefault(self, name, value):
        self.headers.setdefault(name, value)

    def set_cookie(self, key, value='', max_age=None, expires=None, path='/', domain=None, secure=False, httponly=False, samesite=None):
        """`max_age` in seconds; `expires` a datetime or a text."""
        self.cookies[key] = value
        cookie = self.cookies[key]
        if max_age is not None:
            cookie['max-age'] = int(max_age.total_seconds() if hasattr(max_age, 'total_seconds') else max_age)
            if not expires:
                from django.utils.http import http_date
                import time

                expires = http_date(time.time() + cookie['max-age'])
        if expires is not None:
            from django.utils.http import http_date

            cookie['expires'] = http_date(expires.timestamp()) if hasattr(expires, 'timestamp') else expires
        cookie['path'] = path or ''
        cookie['domain'] = domain or ''
        if secure:
            cookie['secure'] = True
        if httponly:
            cookie['httponly'] = True
        if samesite:
            if samesite.lower() not in ('lax', 'none', 'strict'):
                raise ValueError('samesite must be "lax", "none", or "strict".')
            cookie['samesite'] = samesite

    def set_signed_cookie(self, key, value, salt='', **kwargs):
        from django.core import signing

        self.set_cookie(key, signing.get_cookie_signer(salt=key + salt).sign(value), **kwargs)

    def delete_cookie(self, key, path='/', domain=None, samesite=None):
        self.set_cookie(key, max_age=0, path=path, domain=domain, samesite=samesite, expires='Thu, 01 Jan 1970 00:00:00 GMT')

    def make_bytes(self, value):
        if isinstance(value, (bytes, memoryview)):
            return bytes(value)
        return str(value).encode(self.charset)

    def close(self):
        from django.core import signals

        for closer in self._resource_closers:
            closer()
        self._resource_closers.clear()
        self.closed = True
        signals.request_finished.send(sender=self._handler_class)

    def flush(self):
        """There is nothing between this and the content."""

    def writable(self):
        return False

    def _shown_type(self):
        kind = self.headers.get('Content-Type')
        return f', "{kind}"' if kind else ''


class HttpResponse(HttpResponseBase):
    def __init__(self, content=b'', *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.content = content

    def __repr__(self):
        return f'<{type(self).__name__} status_code={self.status_code}{self._shown_type()}>'

    @property
    def content(self):
        return b''.join(self._container)

    @content.setter
    def content(self, value):
        if hasattr(value, '__iter__') and not isinstance(value, (bytes, memoryview, str)):
            parts = b''.join(self.make_bytes(part) for part in value)
            if hasattr(value, 'close'):
                value.close()
            value = parts
        self._container = [self.make_bytes(value)]

    @property
    def text(self):
        return self.content.decode(self.charset)

    def __iter__(self):
        return iter(self._container)

    def write(self, content):
        self._container.append(self.make_bytes(content))

    def writelines(self, lines):
        for line in lines:
            self.write(line)

    def tell(self):
        return len(self.content)

    def getvalue(self):
        return self.content

    def writable(self):
        return True

    def json(self):
        return json.loads(self.content)


class StreamingHttpResponse(HttpResponseBase):
    """Its content comes piece by piece, from an iterable or an asynchronous one."""

    streaming = True

    def __init__(self, streaming_content=(), *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.streaming_content = streaming_content

    def __repr__(self):
        return f'<{type(self).__name__} status_code={self.status_code}{self._shown_type()}>'

    @property
    def content(self):
        raise AttributeError(f'This {type(self).__name__} instance has no `content` attribute. Use `streaming_content` instead.')

    @property
    def streaming_content(self):
        if self.is_async:
            async def pieces():
                async for part in self._iterator:
                    yield self.make_bytes(part)

            return pieces()
        return map(self.make_bytes, self._iterator)

    @streaming_content.setter
    def streaming_content(self, value):
        self.is_async = not hasattr(value, '__iter__') and hasattr(value, '__aiter__')
        self._iterator = aiter(value) if self.is_async else iter(value)
        if hasattr(value, 'close'):
            self._resource_closers.append(value.close)

    def __iter__(self):
        if self.is_async:
            import warnings

            warnings.warn('StreamingHttpResponse must consume asynchronous iterators in order to serve them synchronously. '
                          'Use a synchronous iterator instead.', Warning, stacklevel=2)
            from asgiref.sync import async_to_sync

            async def collected():
                return [part async for part in self.streaming_content]

            return iter(async_to_sync(collected)())
        return iter(self.streaming_content)

    async def __aiter__(self):
        if self.is_async:
            async for part in self.streaming_content:
                yield part
            return
        from asgiref.sync import sync_to_async

        for part in await sync_to_async(list)(self.streaming_content):
            yield part

    def getvalue(self):
        return b''.join(self.streaming_content)


class FileResponse(StreamingHttpResponse):
    """A file, in blocks of `block_size` bytes."""

    block_size = 4096

    def __init__(self, *args, as_attachment=False, filename='', **kwargs):
        self.as_attachment, self.filename = as_attachment, filename
        self._no_explicit_content_type = 'content_type' not in kwargs or kwargs['content_type'] is None
        super().__init__(*args, **kwargs)
        if hasattr(self, 'file_to_stream'):
            self.set_headers(self.file_to_stream)

    @StreamingHttpResponse.streaming_content.setter
    def streaming_content(self, value):
        if not hasattr(value, 'read'):
            StreamingHttpResponse.streaming_content.fset(self, value)
            return
        self.file_to_stream = value
        StreamingHttpResponse.streaming_content.fset(self, iter(lambda: value.read(self.block_size), b''))
        if hasattr(value, 'close'):
            self._resource_closers.append(value.close)

    def set_headers(self, filelike):
        import mimetypes
        import os

        name = os.path.basename(self.filename or str(getattr(filelike, 'name', '') or ''))
        if isinstance(filelike, io.BytesIO):
            self.headers['Content-Length'] = len(filelike.getbuffer()) - filelike.tell()
        elif os.path.exists(str(getattr(filelike, 'name', ''))):
            self.headers['Content-Length'] = os.path.getsize(filelike.name)
        if self._no_explicit_content_type:
            kind, encoding = mimetypes.guess_type(name)
            self.headers['Content-Type'] = kind if kind and not encoding else 'application/octet-stream'
        if name:
            way = 'attachment' if self.as_attachment else 'inline'
            told = f'filename="{name}"' if name.isascii() else f"filename*=utf-8''{quote(name)}"
            self.headers['Content-Disposition'] = f'{way}; {told}'


class HttpResponseRedirectBase(HttpResponse):
    allowed_schemes = ['http', 'https', 'ftp']

    def __init__(self, redirect_to, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self['Location'] = quote(str(redirect_to), safe="/#%[]=:;$&()+,!?*@'~")
        scheme = urlsplit(str(redirect_to)).scheme
        if scheme and scheme not in self.allowed_schemes:
            raise DisallowedRedirect(f"Unsafe redirect to URL with protocol '{scheme}'")

    url = property(lambda self: self['Location'])

    def __repr__(self):
        return f'<{type(self).__name__} status_code={self.status_code}{self._shown_type()}, url="{self.url}">'


class HttpResponseRedirect(HttpResponseRedirectBase):
    status_code = 302


class HttpResponsePermanentRedirect(HttpResponseRedirectBase):
    status_code = 301


class HttpResponseNotModified(HttpResponse):
    status_code = 304

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self['content-type']


class HttpResponseBadRequest(HttpResponse):
    status_code = 400


class HttpResponseNotFound(HttpResponse):
    status_code = 404


class HttpResponseForbidden(HttpResponse):
    status_code = 403


class HttpResponseNotAllowed(HttpResponse):
    status_code = 405

    def __init__(self, permitted_methods, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self['Allow'] = ', '.join(permitted_methods)

    def __repr__(self):
        return f'<{type(self).__name__} [{self["Allow"]}] status_code={self.status_code}{self._shown_type()}>'


class HttpResponseGone(HttpResponse):
    status_code = 410


class HttpResponseServerError(HttpResponse):
    status_code = 500


class JsonResponse(HttpResponse):
    def __init__(self, data, encoder=None, safe=True, json_dumps_params=None, **kwargs):
        if safe and not isinstance(data, dict):
            raise TypeError('In order to allow non-dict objects to be serialized set the safe parameter to False.')
        kwargs.setdefault('content_type', 'application/json')
        if encoder is None:
            from django.core.serializers.json import DjangoJSONEncoder as encoder
        super().__init__(content=json.dumps(data, cls=encoder, **(json_dumps_params or {})), **kwargs)
