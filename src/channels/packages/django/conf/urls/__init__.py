"""`url()` of Django 1.x, and the names for errors."""

from django.urls import include, re_path

__all__ = ['handler400', 'handler403', 'handler404', 'handler500', 'include', 'url']

handler400 = 'django.views.defaults.bad_request'
handler403 = 'django.views.defaults.permission_denied'
handler404 = 'django.views.defaults.page_not_found'
handler500 = 'django.views.defaults.server_error'


def url(regex, view, kwargs=None, name=None):
    return re_path(regex, view, kwargs, name)
