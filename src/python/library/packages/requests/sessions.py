"""Requests, responses and sessions."""

import datetime
import json as _json
import time
from http import HTTPStatus

import _wire
from .adapters import HTTPAdapter
from .exceptions import (ChunkedEncodingError, ConnectionError, HTTPError, InvalidSchema, InvalidURL, JSONDecodeError, MissingSchema,
                         TooManyRedirects)


class _Codes:
    def __getattr__(self, name):
        try:
            return int(HTTPStatus[name.upper()])
        except KeyError:
            raise AttributeError(name) from None

    def __getitem__(self, name):
        return getattr(self, name)


codes = _Codes()


class CaseInsensitiveDict(_wire.Headers):
    def __repr__(self):
        return str(dict(self.items()))


class Request:
    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.method, self.url, self.headers, self.data = method, url, headers or {}, data
        self.params, self.auth, self.cookies, self.json = params or {}, auth, cookies, json

    def prepare(self):
        return Session().prepare_request(self)

    def __repr__(self):
        return f'<Request [{self.method}]>'


class PreparedRequest:
    def __init__(self, method, url, headers, body):
        self.method, self.url, self.headers, self.body = method, url, headers, body

    @property
    def path_url(self):
        return _wire.target_of(self.url)

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'


class Response:
    def __init__(self):
        self.status_code = None
        self.reason = None
        self.url = None
        self.encoding = None
        self.request = None
        self.headers = CaseInsensitiveDict()
        self.cookies = {}
        self.history = []
        self.elapsed = datetime.timedelta(0)
        self._content = None
        self._pieces = None

    def __repr__(self):
        return f'<Response [{self.status_code}]>'

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    @property
    def ok(self):
        return self.status_code < 400

    @property
    def is_redirect(self):
        return 'location' in self.headers and self.status_code in (301, 302, 303, 307, 308)

    @property
    def apparent_encoding(self):
        return 'utf-8'

    @property
    def content(self):
        if self._content is None:
            self._content = b''.join(self._pieces) if self._pieces is not None else b''
        return self._content

    @property
    def text(self):
        return self.content.decode(self.encoding or 'utf-8', 'replace')

    def json(self, **kwargs):
        try:
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as exc:
            raise JSONDecodeError(exc.msg, exc.doc, exc.pos) from None

    def iter_content(self, chunk_size=1, decode_unicode=False):
        size = chunk_size or 65536
        held = b''
        for piece in ([self._content] if self._content is not None else self._pieces):
            held += piece
            while len(held) >= size:
                yield held[:size].decode(self.encoding or 'utf-8') if decode_unicode else held[:size]
                held = held[size:]
        if held:
            yield held.decode(self.encoding or 'utf-8') if decode_unicode else held

    def iter_lines(self, chunk_size=512, decode_unicode=False, delimiter=None):
        held = b''
        for piece in self.iter_content(chunk_size):
            *lines, held = (held + piece).split(delimiter or b'\n')
            for line in lines:
                line = line.rstrip(b'\r') if delimiter is None else line
                yield line.decode(self.encoding or 'utf-8') if decode_unicode else line
        if held:
            yield held.decode(self.encoding or 'utf-8') if decode_unicode else held

    def raise_for_status(self):
        if 400 <= self.status_code < 600:
            whose = 'Client' if self.status_code < 500 else 'Server'
            raise HTTPError(f'{self.status_code} {whose} Error: {self.reason} for url: {self.url}', response=self)

    def close(self):
        self._content = self._content or b''
        if self._pieces is not None:
            self._pieces.close()


class Session:
    def __init__(self):
        self.headers = CaseInsensitiveDict({
            'User-Agent': 'python-requests/2.32.3', 'Accept-Encoding': 'identity', 'Accept': '*/*', 'Connection': 'keep-alive'})
        self.auth = None
        self.params = {}
        self.verify = True
        self.cookies = {}
        self.max_redirects = 30
        self.trust_env = True
        self.hooks = {'response': []}
        self.adapters = {}
        self.mount('https://', HTTPAdapter())
        self.mount('http://', HTTPAdapter())

    def __enter__(self):
        return self

    def __exit__(self, *exc_info):
        self.close()

    def close(self):
        for adapter in self.adapters.values():
            adapter.close()

    def mount(self, prefix, adapter):
        self.adapters[prefix] = adapter
        self.adapters = dict(sorted(self.adapters.items(), key=lambda item: -len(item[0])))

    def get_adapter(self, url):
        for prefix, adapter in self.adapters.items():
            if url.lower().startswith(prefix.lower()):
                return adapter
        raise InvalidSchema(f'No connection adapters were found for {url!r}')

    def prepare_request(self, request):
        url = _wire.with_query(request.url, {**self.params, **request.params} if isinstance(request.params, dict) else request.params)
        if '://' not in url:
            raise MissingSchema(f'Invalid URL {url!r}: No scheme supplied. Perhaps you meant https://{url}?')
        self.get_adapter(url)
        try:
            _wire.place_of(url)
        except ValueError:
            raise InvalidURL(f'Invalid URL {url!r}: No host supplied') from None
        headers = CaseInsensitiveDict([('Host', _wire.host_header(url))])
        headers.update(self.headers)
        body, kind = _wire.body_of(request.data, request.json)
        if kind is not None and not isinstance(request.data, (str, bytes)):
            headers['Content-Type'] = kind
        if body or request.method.upper() in ('POST', 'PUT', 'PATCH'):
            headers['Content-Length'] = len(body)
        cookies = {**self.cookies, **(request.cookies or {})}
        if cookies:
            headers['Cookie'] = '; '.join(f'{key}={value}' for key, value in cookies.items())
        auth = request.auth or self.auth
        if auth:
            headers['Authorization'] = _wire.basic_auth(*auth)
        headers.update(request.headers)
        return PreparedRequest(request.method.upper(), url, headers, body or None)

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
                allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        request = Request(method, url, headers, files, data, params, auth, cookies, hooks, json)
        prepared = self.prepare_request(request)
        return self.send(prepared, stream=stream, timeout=timeout, verify=self.verify if verify is None else verify,
                         allow_redirects=allow_redirects)

    def send(self, request, stream=False, timeout=None, verify=True, allow_redirects=True, **unused):
        history = []
        while True:
            response = self._send_one(request, timeout, verify)
            target = _wire.redirected(response.status_code, request.method, request.url, response.headers)
            if target is None or not allow_redirects:
                break
            response.content
            if len(history) == self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=response)
            history.append(response)
            method, url = target
            body = request.body if method == request.method else None
            headers = CaseInsensitiveDict(request.headers)
            headers['Host'] = _wire.host_header(url)
            if body is None:
                headers.pop('Content-Length')
                headers.pop('Content-Type')
            if self.cookies:
                headers['Cookie'] = '; '.join(f'{key}={value}' for key, value in self.cookies.items())
            request = PreparedRequest(method, url, headers, body)
        response.history = history
        if not stream:
            response.content
        return response

    def _send_one(self, request, timeout, verify):
        adapter = self.get_adapter(request.url)
        started = time.perf_counter()
        asked, connection, place, version, status, reason, headers = adapter.send(request, timeout=timeout, verify=verify)
        response = Response()
        response.status_code, response.reason, response.url, response.request = status, reason, request.url, request
        response.headers = CaseInsensitiveDict(headers)
        response.encoding = _wire.charset_of(headers, 'ISO-8859-1' if headers.get('Content-Type', '').startswith('text/') else None)
        response.elapsed = datetime.timedelta(seconds=time.perf_counter() - started)
        response.cookies = _wire.cookies_in(headers)
        self.cookies.update(response.cookies)
        is_empty = request.method == 'HEAD' or status in (204, 304)
        state = _wire.body_state(headers, is_empty)
        response._pieces = self._pieces(adapter, asked, connection, place, state, _wire.is_kept(version, headers))
        return response

    def _pieces(self, adapter, asked, connection, place, state, is_kept):
        is_whole = False
        try:
            while piece := _wire.drive(_wire.read_chunk(state), connection[1]):
                yield piece
            is_whole = True
        except TimeoutError as exc:
            raise ConnectionError(f"HTTPConnectionPool(host='{place[1]}', port={place[2]}): Read timed out.") from exc
        except (OSError, _wire.Ended) as exc:
            raise ChunkedEncodingError('Connection broken: IncompleteRead') from exc
        finally:
            if is_whole and is_kept and state['kind'] != 'end':
                adapter.give_back(place, connection, asked)
            else:
                adapter.drop(connection, asked)

    def get(self, url, **kwargs):
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        return self.request('DELETE', url, **kwargs)
