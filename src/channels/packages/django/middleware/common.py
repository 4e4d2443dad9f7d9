"""Hosts that are not allowed, slashes that are missing, and the length of what is answered."""

from django.conf import settings
from django.http import HttpResponsePermanentRedirect
from django.urls import is_valid_path
from django.utils.deprecation import QuickMiddleware


class CommonMiddleware(QuickMiddleware):
    def process_request(self, request):
        request.get_host()
        return self._redirect(request) if self.should_redirect_with_slash(request) else None

    def _redirect(self, request):
        return HttpResponsePermanentRedirect(request.get_full_path(force_append_slash=True))

    def process_response(self, request, response):
        if response.status_code == 404 and self.should_redirect_with_slash(request):
            response = self._redirect(request)
        if not response.streaming and not response.has_header('Content-Length'):
            response.headers['Content-Length'] = str(len(response.content))
        return response

    def should_redirect_with_slash(self, request):
        if not settings.APPEND_SLASH or request.path_info.endswith('/') or is_valid_path(request.path_info):
            return False
        if not is_valid_path(f'{request.path_info}/'):
            return False
        if settings.DEBUG and request.method in ('POST', 'PUT', 'PATCH', 'DELETE'):
            raise RuntimeError(
                f"You called this URL via {request.method}, but the URL doesn't end in a slash and you have APPEND_SLASH set. Django "
                f"can't redirect to the slash URL while maintaining {request.method} data. Change your form to point to "
                f'{request.get_host()}{request.get_full_path(force_append_slash=True)} (note the trailing slash), or set '
                'APPEND_SLASH=False in your Django settings.')
        return True
