"""Templates: variables, filters, tags, inheritance."""

import os, datetime

os.makedirs('t/chat', exist_ok=True)
open('t/base.html', 'w').write(
    '<html>{% block title %}Base{% endblock %}|{% block body %}{% block inner %}i{% endblock %}{% endblock body %}|{{ x }}</html>'
)
open('t/mid.html', 'w').write('{% extends "base.html" %}{% block title %}Mid {{ block.super }}{% endblock %}')
open('t/leaf.html', 'w').write(
    '{% extends "mid.html" %}ignored{% block title %}Leaf {{ block.super }}{% endblock %}{% block inner %}[{{ y }}]{% endblock %}'
)
open('t/part.html', 'w').write('part {{ x }} {{ z }}')
from django.conf import settings

settings.configure(
    DEBUG=True,
    SECRET_KEY='x',
    STATIC_URL='/static/',
    USE_TZ=False,
    TEMPLATES=[
        {
            'BACKEND': 'django.template.backends.django.DjangoTemplates',
            'DIRS': ['t'],
            'APP_DIRS': True,
            'OPTIONS': {'context_processors': []},
        }
    ],
    ROOT_URLCONF='__main__',
    INSTALLED_APPS=[],
)
import django

django.setup()
from django.urls import path

urlpatterns = [path('chat/<str:room>/', lambda r, room: None, name='room'), path('', lambda r: None, name='index')]
from django.template import Context, Template, TemplateDoesNotExist, TemplateSyntaxError
from django.template.loader import get_template, render_to_string
from django.utils.safestring import mark_safe


class P:
    name = 'Ann <b>'

    def method(self):
        return 'called'

    def needs(self, a):
        return a


ctx = {
    'x': '<i>&"\'',
    'y': 5,
    'zero': 0,
    'none': None,
    'l': [1, 2, 3],
    'd': {'k': 'v', 'items2': 2},
    'p': P(),
    's': mark_safe('<b>'),
    'pairs': [('a', 1), ('b', 2)],
    'day': datetime.datetime(2016, 3, 4, 15, 6, 7),
    'empty': [],
    'words': 'hello wide world',
    'f': 3.14159,
}
for t in [
    '{{ x }}',
    '{{ x|safe }}',
    '{{ x|escapejs }}',
    '{{ x|json_script:"id" }}',
    '{{ l|json_script:"i" }}',
    '{{ nope }}|{{ nope.a.b }}|{{ d.nope }}',
    '{{ none }}',
    '{{ d.k }} {{ l.0 }} {{ p.name }} {{ p.method }}',
    '{{ s }}',
    '{{ nope|default:"d" }} {{ zero|default:"z" }} {{ none|default_if_none:"n" }}',
    '{{ l|length }} {{ words|upper }} {{ words|title }} {{ words|capfirst }} {{ words|truncatewords:2 }} {{ words|truncatechars:7 }}',
    '{{ l|join:", " }} {{ l|first }} {{ l|last }} {{ y|add:3 }} {{ words|slice:":5" }} {{ words|slugify }} {{ words|cut:"l" }}',
    '{{ y|pluralize }} {{ 1|pluralize }} {{ y|yesno:"a,b" }} {{ f|floatformat:2 }} {{ f|floatformat }}',
    '{{ day|date:"Y-m-d H:i:s" }} {{ day|date:"D d M Y" }} {{ day|date:"N j, Y, P" }}',
    '{{ x|lower }} {{ x|upper }} {{ s|upper }}',
    '{{ "a<b" }} {{ 12 }} {{ -1.5 }}',
    '{{ x|linebreaksbr }}',
    '{{ words|urlencode }} {{ x|striptags }}',
    '{% if y %}a{% else %}b{% endif %}{% if zero %}a{% elif y == 5 %}c{% endif %}',
    '{% if y > 3 and not zero or nope %}T{% endif %}{% if 2 in l %}in{% endif %}{% if 9 not in l %}ni{% endif %}{% if none is None %}is{% endif %}{% if y is not None %}isnot{% endif %}{% if nope == "a" %}x{% endif %}{% if l|length >= 3 %}ge{% endif %}',
    '{% for i in l %}{{ forloop.counter }}{{ i }}{% if not forloop.last %},{% endif %}{% endfor %}',
    '{% for i in empty %}x{% empty %}none{% endfor %}{% for i in nope %}x{% endfor %}',
    '{% for a, b in pairs %}{{ a }}={{ b }} {{ forloop.first }}{{ forloop.revcounter0 }};{% endfor %}',
    '{% for k, v in d.items %}{{ k }}{{ v }}{% endfor %}',
    '{% for i in l reversed %}{{ i }}{% endfor %}{% for i in l %}{% for j in l %}{{ forloop.parentloop.counter0 }}{% endfor %}{% endfor %}',
    '{% with a=y b=x %}{{ a }}{{ b }}{% endwith %}{{ a }}',
    '{# note #}a{% comment %} {{ x }} {% endcomment %}b',
    '{% verbatim %}{{ x }}{% endverbatim %}',
    '{% autoescape off %}{{ x }}{% endautoescape %}',
    '{% url "index" %} {% url "room" "a b" %} {% url "room" room=y %}{% url "nope" as u %}[{{ u }}]',
    '{% include "part.html" %}|{% include "part.html" with z=1 %}|{% include "part.html" with z=2 only %}',
    '{% load static %}{% static "a/b.js" %}',
    '{% cycle "a" "b" %}',
    '{% csrf_token %}',
]:
    print(Template(t).render(Context(ctx)))
for t in [
    '{% if %}',
    '{% nope %}',
    '{{ x|nope }}',
    '{% for a b %}{% endfor %}',
    '{% if x %}',
    '{{ }}',
    '{{ x y }}',
    '{{ _x }}',
    '{% url %}',
    '{% endif %}',
]:
    try:
        print(Template(t).render(Context(ctx)))
    except TemplateSyntaxError as e:
        print(type(e).__name__, str(e)[:60])
print(render_to_string('leaf.html', ctx))
print(render_to_string('mid.html', {'x': 1}))
print(get_template('base.html').render({}))
try:
    render_to_string('zz.html')
except TemplateDoesNotExist as e:
    print('TemplateDoesNotExist', e)
try:
    Template('{{ p.needs }}').render(Context(ctx))
    print('fine')
except Exception as e:
    print(type(e).__name__)
