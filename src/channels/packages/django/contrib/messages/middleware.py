"""Messages are part of the session: there is nothing to do."""

from django.utils.deprecation import QuickMiddleware


class MessageMiddleware(QuickMiddleware):
    pass
