"""The url of static files."""

from django.conf import settings
from django.conf.urls.static import static
from django.contrib.staticfiles.views import serve

urlpatterns = []


def staticfiles_urlpatterns(prefix=None):
    return static(prefix or settings.STATIC_URL, view=serve)
