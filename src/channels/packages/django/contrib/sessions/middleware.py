"""The session of a request, by its cookie."""

from importlib import import_module

from django.conf import settings
from django.utils.deprecation import QuickMiddleware

from .backends.base import UpdateError


class SessionMiddleware(QuickMiddleware):
    def __init__(self, get_response):
        super().__init__(get_response)
        self.SessionStore = import_module(settings.SESSION_ENGINE).SessionStore

    def process_request(self, request):
        request.session = self.SessionStore(request.COOKIES.get(settings.SESSION_COOKIE_NAME))

    def process_response(self, request, response):
        """Saves what was changed, and gives the browser its key; takes the key back from a session that is empty."""
        session = getattr(request, 'session', None)
        if session is None:
            return response
        accessed, modified, is_empty = session.accessed, session.modified, session.is_empty()
        options = {'path': settings.SESSION_COOKIE_PATH, 'domain': settings.SESSION_COOKIE_DOMAIN, 'samesite': settings.SESSION_COOKIE_SAMESITE}
        if settings.SESSION_COOKIE_NAME in request.COOKIES and is_empty:
            response.delete_cookie(settings.SESSION_COOKIE_NAME, **options)
            response.headers['Vary'] = 'Cookie'
            return response
        if accessed:
            response.headers['Vary'] = 'Cookie'
        if (modified or settings.SESSION_SAVE_EVERY_REQUEST) and not is_empty and response.status_code < 500:
            self._save(request, response, options)
        return response

    def _save(self, request, response, options):
        session = request.session
        age = None if session.get_expire_at_browser_close() else session.get_expiry_age()
        try:
            session.save()
        except UpdateError:
            from django.core.exceptions import SuspiciousOperation

            raise SuspiciousOperation("The request's session was deleted before the request completed. The user may have logged out "
                                      'in a concurrent request, for example.') from None
        response.set_cookie(settings.SESSION_COOKIE_NAME, session.session_key, max_age=age, httponly=settings.SESSION_COOKIE_HTTPONLY,
                            secure=settings.SESSION_COOKIE_SECURE, **options)
