"""Where static files are."""


def static(path):
    from urllib.parse import quote, urljoin

    from django.conf import settings

    prefix = settings.STATIC_URL or ''
    if prefix and not prefix.startswith(('/', 'http')):
        prefix = f'/{prefix}'
    return urljoin(prefix, quote(path))
