"""Texts within HTML."""

import html as _html
import json
import re

from .safestring import SafeString, mark_safe

_IN_SCRIPT = {ord('>'): '\\u003E', ord('<'): '\\u003C', ord('&'): '\\u0026'}
_IN_JS = {ord(character): f'\\u{ord(character):04X}' for character in '\\\'"><&=-;`\u2028\u2029' + ''.join(map(chr, range(32)))}


def escape(text):
    return SafeString(_html.escape(str(text)))


def escapejs(value):
    return mark_safe(str(value).translate(_IN_JS))


def conditional_escape(text):
    return text.__html__() if hasattr(text, '__html__') else escape(text)


def json_script(value, element_id=None, encoder=None):
    """A script element that holds the value as JSON."""
    from django.core.serializers.json import DjangoJSONEncoder

    text = json.dumps(value, cls=encoder or DjangoJSONEncoder).translate(_IN_SCRIPT)
    ident = f' id="{escape(element_id)}"' if element_id else ''
    return mark_safe(f'<script{ident} type="application/json">{text}</script>')


def format_html(format_string, *args, **kwargs):
    return mark_safe(format_string.format(
        *map(conditional_escape, args), **{name: conditional_escape(value) for name, value in kwargs.items()}))


def format_html_join(sep, format_string, args_generator):
    return mark_safe(conditional_escape(sep).join(format_html(format_string, *args) for args in args_generator))


def linebreaks(value, autoescape=False):
    paragraphs = re.split('\n{2,}', re.sub('\r\n|\r', '\n', str(value)))
    shown = (escape(text) if autoescape else text for text in paragraphs)
    return mark_safe('\n\n'.join('<p>%s</p>' % text.replace('\n', '<br>') for text in shown))


def strip_tags(value):
    return re.sub('<[^>]*>', '', str(value))
