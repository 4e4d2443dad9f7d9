"""One installed application: its name, label and folder."""

import os
from importlib import import_module

from django.core.exceptions import ImproperlyConfigured


class AppConfig:
    """An application. A subclass in its `apps.py` names it and may do something in `ready()`."""

    default_auto_field = None

    def __init__(self, app_name, app_module):
        self.name, self.module = app_name, app_module
        if not hasattr(self, 'label'):
            self.label = app_name.rpartition('.')[2]
        if not self.label.isidentifier():
            raise ImproperlyConfigured(f"The app label '{self.label}' is not a valid Python identifier.")
        if not hasattr(self, 'verbose_name'):
            self.verbose_name = self.label.title()
        if not hasattr(self, 'path'):
            self.path = _folder_of(app_module)
        self.models_module = None

    def __repr__(self):
        return f'<{type(self).__name__}: {self.label}>'

    def ready(self):
        """Called when all applications are loaded."""

    def get_models(self, include_auto_created=False, include_swapped=False):
        return iter(())

    def get_model(self, model_name, require_ready=True):
        raise LookupError(f"App '{self.label}' doesn't have a '{model_name}' model.")

    @classmethod
    def create(cls, entry):
        """`entry`: an item of INSTALLED_APPS, a module or a class of one."""
        try:
            module = import_module(entry)
        except ModuleNotFoundError as error:
            if error.name is None or not (entry == error.name or entry.startswith(f'{error.name}.')):
                raise
            chosen = _class_named(entry, error)
        else:
            chosen = _class_in_apps(entry, module)
        name = getattr(chosen, 'name', entry)
        return chosen(name, import_module(name))


def _class_named(entry, error):
    """The class that `chat.apps.ChatConfig` names; the first error, where the module is not there either."""
    module_path, _, class_name = entry.rpartition('.')
    if not module_path or not class_name[:1].isupper():
        raise error
    module = import_module(module_path)
    found = getattr(module, class_name, None)
    if found is None:
        choices = [repr(name) for name, value in vars(module).items() if _is_config(value)]
        hint = f' Choices are: {", ".join(choices)}.' if choices else ''
        raise ImportError(f"Module '{module_path}' does not contain a '{class_name}' class.{hint}")
    if not _is_config(found):
        raise ImproperlyConfigured(f"'{entry}' isn't a subclass of AppConfig.")
    if not hasattr(found, 'name'):
        raise ImproperlyConfigured(f"'{entry}' must supply a name attribute.")
    return found


def _class_in_apps(entry, module):
    """The one class of its `apps.py`, or the plain AppConfig."""
    if not hasattr(module, '__path__'):
        return AppConfig
    try:
        configs = import_module(f'{entry}.apps')
    except ModuleNotFoundError as error:
        if error.name != f'{entry}.apps':
            raise
        return AppConfig
    found = [value for value in vars(configs).values() if _is_config(value) and getattr(value, 'default', True)]
    marked = [value for value in found if getattr(value, 'default', False)]
    if len(marked) > 1:
        names = ', '.join(repr(value.__name__) for value in marked)
        raise RuntimeError(f"'{entry}.apps' declares more than one default AppConfig: {names}.")
    if marked:
        return marked[0]
    return found[0] if len(found) == 1 else AppConfig


def _is_config(value):
    return isinstance(value, type) and issubclass(value, AppConfig) and value is not AppConfig


def _folder_of(module):
    paths = list(getattr(module, '__path__', ()))
    if len(paths) == 1:
        return os.path.abspath(paths[0])
    filename = getattr(module, '__file__', None)
    if filename is None:
        raise ImproperlyConfigured(
            f'The app module {module!r} has no filesystem location, you must configure this app with an AppConfig subclass '
            "with a 'path' class attribute.")
    return os.path.abspath(os.path.dirname(filename))
