"""Pages are not shown within those of others."""

from django.conf import settings
from django.utils.deprecation import QuickMiddleware


class XFrameOptionsMiddleware(QuickMiddleware):
    def process_response(self, request, response):
        if response.get('X-Frame-Options') is None and not getattr(response, 'xframe_options_exempt', False):
            response.headers['X-Frame-Options'] = settings.X_FRAME_OPTIONS.upper()
        return response
