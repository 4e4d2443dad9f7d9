"""There is one language."""

from django.utils.deprecation import QuickMiddleware


class LocaleMiddleware(QuickMiddleware):
    pass
