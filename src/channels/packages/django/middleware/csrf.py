"""Forms of other sites are refused: what is sent has to hold the secret of a cookie."""

import logging

from django.conf import settings
from django.http import HttpResponseForbidden
from django.utils.crypto import constant_time_compare, get_random_string
from django.utils.deprecation import QuickMiddleware
from django.utils.log import log_response

logger = logging.getLogger('django.security.csrf')
_SECRET_LENGTH = 32
_SAFE_METHODS = ('GET', 'HEAD', 'OPTIONS', 'TRACE')


def get_token(request):
    """The secret, for a form; the cookie comes with the response."""
    if not request.META.get('CSRF_COOKIE'):
        request.META['CSRF_COOKIE'] = get_random_string(_SECRET_LENGTH)
    request.META['CSRF_COOKIE_NEEDS_UPDATE'] = True
    return request.META['CSRF_COOKIE']


def rotate_token(request):
    request.META.update({'CSRF_COOKIE': get_random_string(_SECRET_LENGTH), 'CSRF_COOKIE_NEEDS_UPDATE': True})


class CsrfViewMiddleware(QuickMiddleware):
    def process_request(self, request):
        secret = request.COOKIES.get(settings.CSRF_COOKIE_NAME)
        if secret and len(secret) == _SECRET_LENGTH and secret.isalnum():
            request.META['CSRF_COOKIE'] = secret

    def process_view(self, request, callback, callback_args, callback_kwargs):
        if getattr(callback, 'csrf_exempt', False) or request.method in _SAFE_METHODS or getattr(request, '_dont_enforce_csrf_checks', False):
            return None
        reason = self._why_not(request)
        return None if reason is None else self._reject(request, reason)

    def _why_not(self, request):
        origin = request.META.get('HTTP_ORIGIN')
        own = f'{request.scheme}://{request.get_host()}'
        if origin is not None and origin != own and origin not in settings.CSRF_TRUSTED_ORIGINS:
            return f'Origin checking failed - {origin} does not match any trusted origins.'
        if request.META.get('CSRF_COOKIE') is None:
            return 'CSRF cookie not set.'
        token = request.POST.get('csrfmiddlewaretoken', '') if request.method == 'POST' else ''
        token = token or request.META.get(settings.CSRF_HEADER_NAME, '')
        if not token:
            return 'CSRF token missing.'
        if not constant_time_compare(token, request.META['CSRF_COOKIE']):
            return 'CSRF token from POST incorrect.'
        return None

    def _reject(self, request, reason):
        response = HttpResponseForbidden(f'<h1>Forbidden <span>(403)</span></h1>\n<p>CSRF verification failed. Request aborted.</p>\n<p>{reason}</p>\n')
        log_response('Forbidden (%s): %s', reason, request.path, response=response, request=request, logger=logger)
        return response

    def process_response(self, request, response):
        if request.META.get('CSRF_COOKIE_NEEDS_UPDATE'):
            response.set_cookie(settings.CSRF_COOKIE_NAME, request.META['CSRF_COOKIE'], max_age=settings.CSRF_COOKIE_AGE, samesite='Lax')
        return response
