"""Changing texts."""

import re
import unicodedata

from .functional import lazystr


def slugify(value, allow_unicode=False):
    value = str(value)
    if allow_unicode:
        value = unicodedata.normalize('NFKC', value)
    else:
        value = unicodedata.normalize('NFKD', value).encode('ascii', 'ignore').decode('ascii')
    return re.sub(r'[-\s]+', '-', re.sub(r'[^\w\s-]', '', value.lower())).strip('-_')


def capfirst(x):
    return x and str(x)[:1].upper() + str(x)[1:]


def get_valid_filename(name):
    return re.sub(r'(?u)[^-\w.]', '', str(name).strip().replace(' ', '_'))


def format_lazy(format_string, *args, **kwargs):
    return lazystr(format_string.format(*args, **kwargs))
