"""Sessions by their engines, signing, caches, signals."""

import os, time, json
from django.conf import settings

os.makedirs('s', exist_ok=True)
settings.configure(SECRET_KEY='secret', USE_TZ=True, SESSION_FILE_PATH='s', INSTALLED_APPS=['django.contrib.sessions'])
import django

django.setup()
from importlib import import_module

for engine in ['file', 'cache', 'signed_cookies']:
    S = import_module('django.contrib.sessions.backends.' + engine).SessionStore
    s = S()
    print(engine, s.session_key, s.is_empty(), s.modified, s.accessed)
    s['a'] = 1
    print(s.get('a'), 'a' in s, s.get('b', 5), list(s.keys()), s.modified, s.accessed, s.is_empty())
    s.save()
    key = s.session_key
    print(key is not None, len(key) == 32, s.exists(key), s.exists('x' * 32))
    t = S(key)
    print(t.session_key == key, t.accessed, t['a'], t.accessed, t.modified, t.pop('a'), t.pop('zz', 3), t.modified)
    t.setdefault('q', {'deep': [1]})
    t.update({'r': 2})
    t.save()
    print(sorted(S(t.session_key).items()))
    t.set_expiry(10)
    print(t.get_expiry_age(), t.get_expire_at_browser_close())
    t.set_expiry(0)
    print(t.get_expire_at_browser_close())
    t.set_expiry(None)
    print(t.get_expiry_age())
    old = t.session_key
    t.cycle_key()
    print(t.session_key != old, sorted(t.keys()))
    t.flush()
    print(t.session_key in (None, ''), list(t.keys()), t.is_empty())
    if engine != 'signed_cookies':
        from django.contrib.sessions.backends.base import CreateError

        u = S('chnabc')
        print(u.exists('chnabc'))
        u._session_key = 'chnabc'
        u.save(must_create=True)
        print(u.exists('chnabc'))
        try:
            S('chnabc').save(must_create=True)
        except CreateError:
            print('CreateError')
        u.delete()
        print(u.exists('chnabc'))
        w = S('unknownkey')
        print(w.get('x'), w.session_key)
from django.core import signing

v = signing.dumps({'a': 1})
print(signing.loads(v), v.count(':'))
try:
    signing.loads(v + 'x')
except signing.BadSignature as e:
    print('bad')
print(signing.Signer(salt='s').sign('v'), signing.Signer(salt='s').unsign(signing.Signer(salt='s').sign('v')))
from django.core.cache import cache, caches

cache.set('k', [1], 30)
print(
    cache.get('k'),
    cache.get('z', 9),
    cache.add('k', 2),
    cache.add('n', 1),
    cache.incr('n'),
    cache.get_or_set('m', lambda: 4),
    cache.get_many(['k', 'n', 'zz']),
    cache.delete('k'),
    cache.delete('k'),
    'n' in cache,
)
from django.dispatch import Signal, receiver

sig = Signal()


@receiver(sig)
def one(sender, **kw):
    return ('one', sender, sorted((k for k in kw)))


@receiver(sig, sender='me')
def two(sender, **kw):
    raise ValueError('two')


print(
    [(f.__name__, r) for f, r in sig.send(sender='you', a=1)],
    [(f.__name__, repr(r)) for f, r in sig.send_robust(sender='me')],
    sig.disconnect(one),
    sig.disconnect(one),
    sig.has_listeners('me'),
    sig.has_listeners('x'),
)
try:
    settings.configure()
except RuntimeError as e:
    print(e)
try:
    settings.NOPE
except AttributeError as e:
    print(e)
print(
    settings.DEBUG,
    settings.SESSION_COOKIE_NAME,
    settings.is_overridden('SECRET_KEY'),
    settings.is_overridden('DEBUG'),
    settings.configured,
)
from django.test import override_settings

with override_settings(DEBUG=True, X=1):
    print(settings.DEBUG, settings.X)
print(settings.DEBUG, hasattr(settings, 'X'))
from django.utils import timezone, html, text, encoding, crypto, http, functional

print(
    html.escape('<a>'),
    text.slugify('Hällo Wörld!'),
    encoding.force_str(b'a'),
    encoding.force_bytes('a'),
    len(crypto.get_random_string(7)),
    http.urlencode({'a': [1, 2]}, doseq=True),
    html.format_html('<b>{}</b>', '<'),
    html.strip_tags('<p>x</p>'),
    http.http_date(0),
)


class C:

    @functional.cached_property
    def x(self):
        print('made')
        return 1


c = C()
print(c.x, c.x)
l = functional.SimpleLazyObject(lambda: [1, 2])
print(repr(l)[:20], l[0], len(l), l == [1, 2], bool(l), isinstance(l, list), repr(l))
