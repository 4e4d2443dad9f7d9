"""Urls: patterns, converters, namespaces, and the way back."""

import sys, types
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

settings.configure(ROOT_URLCONF='urls', DEBUG=True, SECRET_KEY='x')
import django

django.setup()
from django.urls import (
    NoReverseMatch,
    Resolver404,
    include,
    path,
    re_path,
    register_converter,
    resolve,
    reverse,
    reverse_lazy,
)
from django.http import HttpResponse


class Four:
    regex = '[0-9]{4}'

    def to_python(self, value):
        return int(value)

    def to_url(self, value):
        return '%04d' % value


register_converter(Four, 'yyyy')


def view(request, *args, **kwargs):
    return HttpResponse('x')


def other(request, **kwargs):
    return HttpResponse('y')


inner = types.ModuleType('inner')
inner.app_name = 'chat'
inner.urlpatterns = [
    path('', view, name='index'),
    path('<str:room_name>/', other, name='room'),
    path('deep/<path:rest>', view, name='deep'),
]
sys.modules['inner'] = inner
urls = types.ModuleType('urls')
urls.urlpatterns = [
    path('', view, name='home'),
    path('articles/<int:year>/<slug:slug>/', view, name='article'),
    path('y/<yyyy:year>/', view, {'extra': 1}, name='year'),
    path('u/<uuid:ident>/', view, name='uuid'),
    re_path('^old/(?P<pk>\\d+)/$', view, name='old'),
    re_path('^place/(\\d+)/(\\w+)/$', view, name='place'),
    path('chat/', include('inner')),
    path('again/', include('inner', namespace='again')),
    path('plain/', include([path('a/', view, name='plain-a')])),
]
sys.modules['urls'] = urls
for p in [
    '/',
    '/articles/2003/a-b/',
    '/articles/x/a/',
    '/y/2003/',
    '/y/203/',
    '/u/075194d3-6885-417e-a8a8-6c931e272f00/',
    '/old/12/',
    '/place/1/b/',
    '/chat/',
    '/chat/lobby/',
    '/chat/deep/a/b/c',
    '/again/lobby/',
    '/plain/a/',
    '/nothing',
]:
    try:
        m = resolve(p)
        print(p, m.url_name, m.view_name, m.args, m.kwargs, m.namespaces, m.app_names, m.route, m.func.__name__)
    except Resolver404 as e:
        print(p, 'no', e.args[0]['path'], len(e.args[0]['tried']))
for args in [
    ('home',),
    ('article', None, None, {'year': 2003, 'slug': 'a'}),
    ('article', None, [1, 'b']),
    ('article', None, None, {'year': 1}),
    ('old', None, [5]),
    ('old', None, ['x']),
    ('place', None, (1, 'c')),
    ('year', None, [33]),
    ('chat:room', None, None, {'room_name': 'a b/ü'}),
    ('chat:room', None, ['lobby']),
    ('again:index',),
    ('chat:deep', None, ['a/b']),
    ('plain-a',),
    ('nope',),
    ('zz:nope',),
    (other,),
    ('chat:nope',),
]:
    try:
        print(args[0] if isinstance(args[0], str) else args[0].__name__, reverse(*args))
    except NoReverseMatch as e:
        print(args[0] if isinstance(args[0], str) else args[0].__name__, 'NoReverseMatch', str(e)[:90])
print(str(reverse_lazy('home')), path('a/', view, name='n'), path('b/', view))
for bad in [
    lambda: path('a/<int:1x>/', view).pattern.match('a'),
    lambda: path('a/<foo:x>/', view).pattern.match('a'),
    lambda: path('a', 'view'),
    lambda: re_path('(', view).pattern.match('a'),
]:
    try:
        bad()
        print('fine')
    except Exception as e:
        print(type(e).__name__, e)
