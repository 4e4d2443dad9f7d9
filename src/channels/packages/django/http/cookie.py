"""Cookies, as a browser sends them."""

from http import cookies

SimpleCookie = cookies.SimpleCookie


def parse_cookie(cookie):
    """A header `Cookie` as a dict; what has no equals sign is a value without a name."""
    found = {}
    for chunk in cookie.split(';'):
        name, sign, value = chunk.partition('=')
        if not sign:
            name, value = '', name
        if name.strip() or value.strip():
            found[name.strip()] = cookies._unquote(value.strip())
    return found
