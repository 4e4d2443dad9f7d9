"""The admin's name in `urls.py` works; its pages would show a database, and say that there is none."""

from .sites import AdminSite, site

__all__ = ['AdminSite', 'ModelAdmin', 'StackedInline', 'TabularInline', 'autodiscover', 'register', 'site']


class ModelAdmin:
    """How a model would be shown."""


class StackedInline(ModelAdmin):
    pass


class TabularInline(ModelAdmin):
    pass


def register(*models, site=site):
    def decorate(admin_class):
        site.register(models, admin_class)
        return admin_class

    return decorate


def autodiscover():
    from django.utils.module_loading import autodiscover_modules

    autodiscover_modules('admin')
