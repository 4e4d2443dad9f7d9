"""What makes Django's `runserver` Daphne's, once 'daphne' stands in INSTALLED_APPS."""

from django.apps import AppConfig


class DaphneConfig(AppConfig):
    name = 'daphne'
    verbose_name = 'Daphne'
