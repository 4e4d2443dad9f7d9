"""Headers that make browsers careful."""

from django.conf import settings
from django.utils.deprecation import QuickMiddleware


class SecurityMiddleware(QuickMiddleware):
    def process_response(self, request, response):
        if settings.SECURE_CONTENT_TYPE_NOSNIFF:
            response.headers.setdefault('X-Content-Type-Options', 'nosniff')
        if settings.SECURE_REFERRER_POLICY:
            response.headers.setdefault('Referrer-Policy', settings.SECURE_REFERRER_POLICY)
        if settings.SECURE_CROSS_ORIGIN_OPENER_POLICY:
            response.setdefault('Cross-Origin-Opener-Policy', settings.SECURE_CROSS_ORIGIN_OPENER_POLICY)
        return response
