"""A site through the test client: middleware, views, sessions, errors, forms."""

import asyncio, os, logging, sys

os.makedirs('t', exist_ok=True)
open('t/form.html', 'w').write('<form>{% csrf_token %}</form>{{ request.path }} {{ user }}')
from django.conf import settings

MW = [
    'django.middleware.security.SecurityMiddleware',
    'django.contrib.sessions.middleware.SessionMiddleware',
    'django.middleware.common.CommonMiddleware',
    'django.middleware.csrf.CsrfViewMiddleware',
    'django.contrib.auth.middleware.AuthenticationMiddleware',
    'django.contrib.messages.middleware.MessageMiddleware',
    '__main__.simple',
    '__main__.Hooks',
    'django.middleware.clickjacking.XFrameOptionsMiddleware',
]
settings.configure(
    DEBUG=False,
    SECRET_KEY='x',
    ALLOWED_HOSTS=['*'],
    ROOT_URLCONF='__main__',
    SESSION_ENGINE='django.contrib.sessions.backends.file',
    MESSAGE_STORAGE='django.contrib.messages.storage.session.SessionStorage',
    MIDDLEWARE=MW,
    INSTALLED_APPS=[
        'django.contrib.sessions',
        'django.contrib.auth',
        'django.contrib.contenttypes',
        'django.contrib.messages',
    ],
    TEMPLATES=[
        {
            'BACKEND': 'django.template.backends.django.DjangoTemplates',
            'DIRS': ['t'],
            'OPTIONS': {
                'context_processors': [
                    'django.template.context_processors.request',
                    'django.contrib.auth.context_processors.auth',
                ]
            },
        }
    ],
    LOGGING_CONFIG=None,
)
logging.disable(logging.CRITICAL)
import django

django.setup()
from django.http import *
from django.shortcuts import redirect, render
from django.urls import include, path, reverse
from django.views import View
from django.views.generic import TemplateView, RedirectView
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_http_methods
from django.contrib.auth.decorators import login_required
from django.contrib import messages
from django.core.exceptions import PermissionDenied, SuspiciousOperation
from django.utils.decorators import method_decorator

log = []


def simple(get_response):

    def middleware(request):
        log.append('before')
        response = get_response(request)
        log.append('after %d' % response.status_code)
        return response

    return middleware


class Hooks:

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        log.append('view %s %s' % (args, kwargs))

    def process_exception(self, request, e):
        log.append('exc %r' % e)
        if isinstance(e, KeyError):
            return HttpResponse('caught', status=418)


def home(request):
    return HttpResponse('home')


def count(request):
    request.session['n'] = request.session.get('n', 0) + 1
    return JsonResponse({'n': request.session['n']})


def peek(request):
    return JsonResponse({'n': request.session.get('n')})


def flush(request):
    request.session.flush()
    return HttpResponse('flushed')


def bad(request, kind):
    raise {
        'value': ValueError('v'),
        'key': KeyError('k'),
        '404': Http404('gone'),
        'perm': PermissionDenied(),
        'susp': SuspiciousOperation('s'),
    }[kind]


def none(request):
    pass


async def acount(request):
    await asyncio.sleep(0)
    return HttpResponse('async')


def form(request):
    return render(request, 'form.html')


class V(View):
    greeting = 'hi'

    def get(self, request, name='x'):
        return HttpResponse(self.greeting + name)

    def post(self, request, name='x'):
        return HttpResponse('posted ' + request.POST.get('a', '-'))


@method_decorator(csrf_exempt, name='dispatch')
class Ex(View):

    def post(self, request):
        return HttpResponse('exempt')


def say(request):
    messages.success(request, 'saved')
    messages.error(request, 'bad')
    return redirect('told')


def told(request):
    return HttpResponse('; '.join(('%s %s' % (m.tags, m) for m in messages.get_messages(request))))


def handler404(request, exception):
    return HttpResponseNotFound('my 404 %s' % exception.__class__.__name__)


def stream(request):
    return StreamingHttpResponse((x for x in ['a', 'b']))


urlpatterns = [
    path('', home, name='home'),
    path('count/', count),
    path('peek/', peek),
    path('flush/', flush),
    path('bad/<kind>/', bad),
    path('none/', none),
    path('acount/', acount),
    path('form/', form),
    path('v/', V.as_view()),
    path('v/<name>/', V.as_view(greeting='yo '), name='v'),
    path('ex/', Ex.as_view()),
    path('post/', require_POST(csrf_exempt(home))),
    path('in/', login_required(home)),
    path('say/', say),
    path('told/', told, name='told'),
    path('tpl/<x>/', TemplateView.as_view(template_name='form.html')),
    path('re/', RedirectView.as_view(url='/v/%(z)s')),
    path('re2/', RedirectView.as_view(pattern_name='home', permanent=True)),
    path('stream/', stream),
]
from django.test import Client, RequestFactory

c = Client(raise_request_exception=False)


def ask(p, method='get', client=c, **k):
    log.clear()
    r = getattr(client, method)(p, **k)
    body = b''.join(r.streaming_content) if r.streaming else r.content
    shown = body if r.status_code < 400 and len(body) < 70 else b''
    headers = sorted(
        (
            (k, v)
            for k, v in r.items()
            if r.status_code < 400 and len(body) < 70 and (k not in ('Referrer-Policy', 'Cross-Origin-Opener-Policy'))
        )
    )
    print(p, method, r.status_code, shown, headers, log)
    return r


for p in [
    '/',
    '/count/',
    '/count/',
    '/peek/',
    '/flush/',
    '/peek/',
    '/bad/value/',
    '/bad/key/',
    '/bad/404/',
    '/bad/perm/',
    '/bad/susp/',
    '/none/',
    '/acount/',
    '/v/',
    '/v/bob/',
    '/v',
    '/zz',
    '/in/',
    '/say/',
    '/told/',
    '/told/',
    '/tpl/1/',
    '/re2/',
    '/stream/',
    '/count/?a=1',
]:
    ask(p)
ask('/v/', 'post', data={'a': '1'})
ask('/v/', 'put')
ask('/v/', 'options')
ask('/post/')
ask('/post/', 'post')
ask('/count/', 'head')
strict = Client(enforce_csrf_checks=True)
r = ask('/v/', 'post', client=strict, data={'a': '1'})
ask('/ex/', 'post', client=strict)
r = ask('/form/', client=strict)
print('csrftoken' in strict.cookies, b'csrfmiddlewaretoken' in r.content)
import re

token = re.search(b'value="(\\w+)"', r.content)[1].decode()
ask('/v/', 'post', client=strict, data={'a': '2', 'csrfmiddlewaretoken': token})
ask('/v/', 'post', client=strict, data={'a': '2', 'csrfmiddlewaretoken': 'y' * 64})
ask('/v/', 'post', client=strict, data={'a': '3'}, HTTP_X_CSRFTOKEN=token)
print(c.get('/say/', follow=True).redirect_chain)
try:
    Client().get('/bad/value/')
except ValueError as e:
    print('raised', e)
f = RequestFactory()
print(V.as_view()(f.get('/x'), name='q').content, home(f.get('/')).content, f.post('/a', {'b': 'c'}).POST)
print(c.get('/count/').json(), c.session['n'])
settings.DEBUG = True
r = c.get('/zz')
print(r.status_code, b'Page not found' in r.content, b'tpl/' in r.content)
r = c.get('/bad/value/')
print(r.status_code, b'ValueError at' in r.content)
