"""A project without files of its own, set up for one test program: one layer, in memory, and sessions."""
import django
from django.conf import settings


def set_up(**more):
    settings.configure(**{
        'SECRET_KEY': 'nothing to hide',
        'ALLOWED_HOSTS': ['allowed.example'],
        'INSTALLED_APPS': ['django.contrib.auth', 'django.contrib.contenttypes', 'django.contrib.sessions', 'channels'],
        'ROOT_URLCONF': 'project',
        'SESSION_ENGINE': 'django.contrib.sessions.backends.file',
        'CHANNEL_LAYERS': {'default': {'BACKEND': 'asgiref.inmemory.ChannelLayer', 'ROUTING': []}},
        **more,
    })
    django.setup()


urlpatterns = []
