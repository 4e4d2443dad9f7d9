"""Serves static files before the application is asked: what `runserver` puts around it."""

from urllib.parse import urlparse
from urllib.request import url2pathname

from django.conf import settings
from django.core.handlers.asgi import ASGIHandler
from django.http import Http404


class ASGIStaticFilesHandler(ASGIHandler):
    def __init__(self, application):
        super().__init__()
        self.application = application

    async def __call__(self, scope, receive, send):
        prefix = urlparse(_absolute(settings.STATIC_URL or '')).path
        if scope['type'] == 'http' and prefix and scope['path'].startswith(prefix):
            await super().__call__(scope, receive, send)
        else:
            await self.application(scope, receive, send)

    async def get_response_async(self, request):
        from asgiref.sync import sync_to_async
        from django.contrib.staticfiles.views import serve
        from django.core.handlers.exception import response_for_exception

        prefix = urlparse(_absolute(settings.STATIC_URL)).path
        try:
            response = await sync_to_async(serve)(request, url2pathname(request.path[len(prefix):]), insecure=True)
        except Http404 as error:
            response = await sync_to_async(response_for_exception)(request, error, self)
        response._resource_closers.append(request.close)
        return response


def _absolute(url):
    return url if url.startswith(('/', 'http')) or not url else f'/{url}'
