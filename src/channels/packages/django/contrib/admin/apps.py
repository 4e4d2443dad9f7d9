"""The admin as an application: it loads the modules `admin` of all others."""

from django.apps import AppConfig


class AdminConfig(AppConfig):
    name = 'django.contrib.admin'
    default = True

    def ready(self):
        from . import autodiscover

        autodiscover()
