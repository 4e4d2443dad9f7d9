"""Bits of HTTP."""

import base64
from urllib.parse import quote, unquote, urlencode as _urlencode


def urlencode(query, doseq=False):
    pairs = query.lists() if hasattr(query, 'lists') else query.items() if hasattr(query, 'items') else query
    return _urlencode(list(pairs), doseq=doseq or hasattr(query, 'lists'))


def http_date(epoch_seconds=None):
    """As in the header Date."""
    from email.utils import formatdate

    return formatdate(epoch_seconds, usegmt=True)


def urlsafe_base64_encode(s):
    return base64.urlsafe_b64encode(s).rstrip(b'\n=').decode('ascii')


def urlsafe_base64_decode(s):
    data = s.encode()
    return base64.urlsafe_b64decode(data.ljust(len(data) + len(data) % 4, b'='))


def urlquote(url, safe='/'):
    return quote(str(url), safe)


def urlunquote(text):
    return unquote(str(text))


def url_has_allowed_host_and_scheme(url, allowed_hosts, require_https=False):
    """Whether a redirect to it stays on these hosts."""
    from urllib.parse import urlsplit

    if not url or url.startswith('///') or '\\' in url:
        return False
    parts = urlsplit(url.strip())
    if not parts.netloc and parts.scheme:
        return False
    allowed = {allowed_hosts} if isinstance(allowed_hosts, str) else set(allowed_hosts or ())
    schemes = ('https',) if require_https else ('http', 'https')
    return (not parts.netloc or parts.netloc in allowed) and (not parts.scheme or parts.scheme in schemes)
