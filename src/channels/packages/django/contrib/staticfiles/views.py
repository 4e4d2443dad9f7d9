"""A static file as a view, while DEBUG is on."""

import os

from django.conf import settings
from django.http import Http404
from django.views import static

from . import finders


def serve(request, path, insecure=False, **kwargs):
    if not settings.DEBUG and not insecure:
        raise Http404
    full = finders.find(path.lstrip('/'))
    if full is None:
        raise Http404(f"'{path}' could not be found")
    return static.serve(request, os.path.basename(full), document_root=os.path.dirname(full), **kwargs)
