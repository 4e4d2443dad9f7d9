"""Files of a folder served while DEBUG is on."""


def static(prefix, view=None, **kwargs):
    import re

    from django.conf import settings
    from django.core.exceptions import ImproperlyConfigured
    from django.urls import re_path
    from django.views.static import serve

    if not prefix:
        raise ImproperlyConfigured('Empty static prefix not permitted')
    if not settings.DEBUG or '://' in prefix:
        return []
    return [re_path(f'^{re.escape(prefix.lstrip("/"))}(?P<path>.*)$', view or serve, kwargs=kwargs)]
