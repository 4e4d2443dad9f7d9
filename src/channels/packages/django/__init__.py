"""Django, as small as the tutorials of Channels need it: settings, commands, urls, views, templates, sessions. There is no database."""

VERSION = (5, 2, 0, 'final', 0)
__version__ = '5.2'


def get_version():
    return __version__


def setup(set_prefix=True):
    """Configures logging and loads the applications of INSTALLED_APPS; a second call does nothing."""
    from django.apps import apps
    from django.conf import settings
    from django.utils.log import configure_logging

    configure_logging(settings.LOGGING_CONFIG, settings.LOGGING)
    apps.populate(settings.INSTALLED_APPS)
