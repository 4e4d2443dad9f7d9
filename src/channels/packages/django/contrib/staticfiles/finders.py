"""Where a static file is."""

import os

from django.apps import apps
from django.conf import settings


def find(path, all=False, find_all=False):
    """Its path, or all of them."""
    folders = [*settings.STATICFILES_DIRS, *(os.path.join(config.path, 'static') for config in apps.get_app_configs())]
    found = [full for full in (os.path.join(str(folder), path) for folder in folders) if os.path.isfile(full)]
    if all or find_all:
        return found
    return found[0] if found else None
