"""Requests, responses and query dicts."""

import asyncio, io
from django.conf import settings

settings.configure(DEBUG=True, SECRET_KEY='x', ALLOWED_HOSTS=['.example.com', 'localhost'])
import django

django.setup()
from django.http import *
from django.core.handlers.asgi import ASGIRequest
from django.core.exceptions import DisallowedHost, SuspiciousOperation

q = QueryDict('a=1&a=2&b=3&c=')
print(
    q['a'],
    q.getlist('a'),
    q.get('zz'),
    q.get('zz', 5),
    dict(q.items()),
    list(q.lists()),
    'a' in q,
    len(q),
    q.urlencode(),
)
try:
    q['a'] = 3
except AttributeError as e:
    print(e)
c = q.copy()
c['a'] = '9'
c.appendlist('b', '4')
c.update({'d': 'e'})
print(c, c.urlencode(), c.dict())
try:
    q['nope']
except KeyError as e:
    print(type(e).__name__, e)
print(QueryDict.fromkeys(['a', 'a', 'b'], value='val'))


def show(r):
    print(
        '' if r.streaming else repr(r),
        r.status_code,
        r.reason_phrase,
        sorted(r.items()),
        b''.join(r) if r.streaming else r.content,
    )


show(HttpResponse('hällo'))
show(HttpResponse(b'\x00', content_type='application/octet-stream', status=201))
show(HttpResponse(['a', 'b', 1]))
show(HttpResponse(status=299))
show(JsonResponse({'a': [1, None]}))
show(JsonResponse([1, 2], safe=False))
try:
    JsonResponse([1])
except TypeError as e:
    print(e)
show(HttpResponseRedirect('/ä?x=1'))
show(HttpResponsePermanentRedirect('/a'))
try:
    HttpResponseRedirect('javascript:x')
except SuspiciousOperation as e:
    print(type(e).__name__, e)
show(HttpResponseNotAllowed(['GET', 'POST']))
for k in (
    HttpResponseBadRequest,
    HttpResponseNotFound,
    HttpResponseForbidden,
    HttpResponseGone,
    HttpResponseServerError,
):
    show(k('x'))
show(HttpResponseNotModified())
show(StreamingHttpResponse(iter(['a', b'b', 'ü'])))
try:
    StreamingHttpResponse([]).content
except AttributeError as e:
    print(e)
r = HttpResponse()
r['X-A'] = 'b'
print('x-a' in r, r['x-A'], r.has_header('X-a'), r.get('zz', 'd'))
del r['X-A']
del r['never']
print('x-a' in r)
try:
    r['X'] = 'a\nb'
except ValueError as e:
    print(type(e).__name__)
r.write('more')
print(r.content, r.tell())
r.set_cookie('k', 'v', max_age=10, httponly=True, samesite='Lax')
r.set_cookie('e', expires='never')
r.delete_cookie('d')
for m in sorted(r.cookies.values(), key=lambda m: m.key):
    print(m.key, m['max-age'], m['path'], m['httponly'], m['samesite'], bool(m['expires']))
try:
    HttpResponse(status=1000)
except ValueError as e:
    print(e)


def request(method='GET', path='/a/ü', query=b'x=1&y=%20z', headers=(), body=b'', **k):
    return ASGIRequest(
        {
            'type': 'http',
            'method': method,
            'path': path,
            'query_string': query,
            'headers': list(headers),
            'client': ('1.2.3.4', 5),
            'server': ('127.0.0.1', 80),
            'scheme': 'http',
            **k,
        },
        io.BytesIO(body),
    )


r = request(
    headers=[
        (b'host', b'www.example.com:81'),
        (b'x-foo', b'1'),
        (b'x-foo', b'2'),
        (b'cookie', b'a=1; b="2"'),
        (b'accept', b'text/html'),
    ]
)
print(
    repr(r),
    r.method,
    r.path,
    r.path_info,
    r.GET,
    r.COOKIES,
    r.headers['X-Foo'],
    r.META['REMOTE_ADDR'],
    r.META['SERVER_PORT'],
    r.get_host(),
    r.get_port(),
    r.build_absolute_uri(),
    r.build_absolute_uri('/x'),
    r.get_full_path(),
    r.scheme,
    r.is_secure(),
    r.accepts('text/html'),
    r.body,
)
for host in (b'evil.com', b'example.com', b'sub.example.com', b'localhost:8000', b'bad host', b'[::1]'):
    try:
        print(request(headers=[(b'host', host)]).get_host())
    except DisallowedHost as e:
        print(e)
r = request(
    'POST',
    headers=[(b'content-type', b'application/x-www-form-urlencoded'), (b'content-length', b'7')],
    body=b'a=1&b=2',
)
print(r.POST, r.POST.get('a'), r.body, r.content_type)
r = request(
    'POST',
    headers=[(b'content-type', b'multipart/form-data; boundary=XX'), (b'content-length', b'158')],
    body=b'--XX\r\nContent-Disposition: form-data; name="a"\r\n\r\n1\r\n--XX\r\nContent-Disposition: form-data; name="f"; filename="n.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n--XX--\r\n',
)
print(r.POST, r.FILES['f'].name, r.FILES['f'].read(), r.FILES['f'].content_type)
r = request('POST', headers=[(b'content-type', b'application/json'), (b'content-length', b'2')], body=b'{}')
print(r.POST, r.body, r.encoding)
