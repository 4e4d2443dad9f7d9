"""The settings: those of the module that DJANGO_SETTINGS_MODULE names, over the defaults of `global_settings`."""

import os

from django.conf import global_settings
from django.core.exceptions import ImproperlyConfigured

ENVIRONMENT_VARIABLE = 'DJANGO_SETTINGS_MODULE'
_LISTS = ('ALLOWED_HOSTS', 'INSTALLED_APPS', 'LOCALE_PATHS', 'SECRET_KEY_FALLBACKS', 'TEMPLATE_DIRS')


class Settings:
    """What one settings module says. Names in capitals only."""

    def __init__(self, settings_module):
        import importlib

        self.SETTINGS_MODULE = settings_module
        module = importlib.import_module(settings_module)
        self._explicit = {name for name in dir(module) if name.isupper()}
        for name in self._explicit:
            value = getattr(module, name)
            if name in _LISTS and not isinstance(value, (list, tuple)):
                raise ImproperlyConfigured(f'The {name} setting must be a list or a tuple.')
            setattr(self, name, value)

    def __getattr__(self, name):
        if name.isupper() and hasattr(global_settings, name):
            return getattr(global_settings, name)
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')

    def is_overridden(self, setting):
        return setting in self._explicit

    def __repr__(self):
        return f'<{type(self).__name__} "{self.SETTINGS_MODULE}">'


class UserSettingsHolder:
    """What `settings.configure()` was given, over some defaults; `override_settings` lays one over another."""

    SETTINGS_MODULE = None

    def __init__(self, default_settings):
        self.__dict__['_deleted'] = set()
        self.default_settings = default_settings

    def __getattr__(self, name):
        if not name.isupper() or name in self._deleted:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        return getattr(self.default_settings, name)

    def __setattr__(self, name, value):
        self._deleted.discard(name)
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self._deleted.add(name)
        self.__dict__.pop(name, None)

    def is_overridden(self, setting):
        overridden = getattr(self.default_settings, 'is_overridden', lambda name: False)
        return setting in self.__dict__ or setting in self._deleted or overridden(setting)

    def __repr__(self):
        return f'<{type(self).__name__}>'


class LazySettings:
    """Reads the settings module when the first setting is asked for."""

    def __init__(self):
        self.__dict__['_wrapped'] = None

    def _setup(self, name=None):
        module = os.environ.get(ENVIRONMENT_VARIABLE)
        if not module:
            what = f'setting {name}' if name else 'settings'
            raise ImproperlyConfigured(
                f'Requested {what}, but settings are not configured. You must either define the environment variable '
                f'{ENVIRONMENT_VARIABLE} or call settings.configure() before accessing settings.')
        self.__dict__['_wrapped'] = Settings(module)

    def __getattr__(self, name):
        if self._wrapped is None:
            self._setup(name)
        value = getattr(self._wrapped, name)
        if name == 'SECRET_KEY' and not value:
            raise ImproperlyConfigured('The SECRET_KEY setting must not be empty.')
        return value

    def __setattr__(self, name, value):
        if name == '_wrapped':
            self.__dict__['_wrapped'] = value
            return
        if self._wrapped is None:
            self._setup(name)
        setattr(self._wrapped, name, value)

    def __delattr__(self, name):
        if self._wrapped is None:
            self._setup(name)
        delattr(self._wrapped, name)

    def __dir__(self):
        return sorted({*dir(self._wrapped), *dir(global_settings)} if self.configured else dir(global_settings))

    def configure(self, default_settings=global_settings, **options):
        if self._wrapped is not None:
            raise RuntimeError('Settings already configured.')
        holder = UserSettingsHolder(default_settings)
        for name, value in options.items():
            if not name.isupper():
                raise TypeError(f'Setting {name!r} must be uppercase.')
            setattr(holder, name, value)
        self._wrapped = holder

    @property
    def configured(self):
        return self._wrapped is not None

    def __repr__(self):
        if not self.configured:
            return '<LazySettings [Unevaluated]>'
        return f'<LazySettings "{self._wrapped.SETTINGS_MODULE}">'


settings = LazySettings()
