"""The filters of Django, as far as pages of tutorials use them."""

from django.utils import html
from django.utils.safestring import SafeData, mark_safe


def _safe(function):
    """Marks a filter whose result is HTML where its text was."""
    function.is_safe = True
    return function


def _upper(value):
    return str(value).upper()


@_safe
def _lower(value):
    return str(value).lower()


@_safe
def _title(value):
    return str(value).title()


@_safe
def _capfirst(value):
    return str(value)[:1].upper() + str(value)[1:]


@_safe
def _truncatechars(value, length):
    text = str(value)
    return text if len(text) <= int(length) else text[:max(int(length) - 1, 0)] + '…'


@_safe
def _truncatewords(value, count):
    words = str(value).split()
    return ' '.join(words) if len(words) <= int(count) else ' '.join(words[:int(count)]) + ' …'


def _join(value, separator):
    return mark_safe(html.conditional_escape(separator).join(html.conditional_escape(item) for item in value))


def _length(value):
    try:
        return len(value)
    except TypeError:
        return 0


def _default(value, other):
    return value or other


def _default_if_none(value, other):
    return other if value is None else value


def _add(value, other):
    try:
        return int(value) + int(other)
    except (ValueError, TypeError):
        try:
            return value + other
        except TypeError:
            return ''


def _pluralize(value, endings='s'):
    one, _, many = endings.rpartition(',')
    try:
        count = float(value)
    except (TypeError, ValueError):
        count = len(value) if hasattr(value, '__len__') else 0
    return one if count == 1 else many


def _yesno(value, words='yes,no,maybe'):
    yes, no, *rest = words.split(',')
    return yes if value else (rest[0] if rest and value is None else no)


def _date(value, form='N j, Y'):
    from django.utils.dateformat import format as formatted

    return '' if value in (None, '') else formatted(value, form)


def _floatformat(value, digits=-1):
    try:
        number, places = float(value), int(digits)
    except (TypeError, ValueError):
        return ''
    if places < 0 and number == int(number):
        return str(int(number))
    return f'{number:.{abs(places)}f}'


def _slice(value, bounds):
    try:
        return value[slice(*(int(bound) if bound else None for bound in str(bounds).split(':')))]
    except (ValueError, TypeError):
        return value


def _first(value):
    return value[0] if len(value) else ''


def _last(value):
    return value[-1] if len(value) else ''


def _slugify(value):
    from django.utils.text import slugify

    return mark_safe(slugify(value))


def _urlencode(value, safe='/'):
    from urllib.parse import quote

    return quote(str(value), safe=str(safe))


def _linebreaks(value):
    return html.linebreaks(value, autoescape=not isinstance(value, SafeData))


def _linebreaksbr(value):
    return mark_safe(str(html.conditional_escape(value)).replace('\n', '<br>'))


def _cut(value, text):
    return str(value).replace(str(text), '')


def _dictsort(value, key):
    return sorted(value, key=lambda item: item[key] if isinstance(item, dict) else getattr(item, key))


FILTERS = {
    'add': _add, 'capfirst': _capfirst, 'cut': _cut, 'date': _date, 'default': _default, 'default_if_none': _default_if_none,
    'dictsort': _dictsort, 'escape': html.conditional_escape, 'escapejs': html.escapejs, 'first': _first, 'floatformat': _floatformat,
    'force_escape': html.escape, 'join': _join, 'json_script': html.json_script, 'last': _last, 'length': _length,
    'linebreaks': _linebreaks, 'linebreaksbr': _linebreaksbr, 'lower': _lower, 'pluralize': _pluralize, 'pprint': repr,
    'safe': lambda value: mark_safe(str(value)), 'slice': _slice, 'slugify': _slugify, 'stringformat': lambda value, form: ('%' + str(form)) % value,
    'striptags': html.strip_tags, 'time': lambda value, form='P': _date(value, form), 'title': _title, 'truncatechars': _truncatechars,
    'truncatewords': _truncatewords, 'upper': _upper, 'urlencode': _urlencode, 'yesno': _yesno,
}
