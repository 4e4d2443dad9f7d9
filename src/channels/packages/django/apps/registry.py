"""All installed applications of a process."""

import threading

from django.core.exceptions import AppRegistryNotReady, ImproperlyConfigured

from .config import AppConfig


class Apps:
    def __init__(self):
        self.app_configs = {}
        self.ready = self.apps_ready = self.models_ready = self.loading = False
        self._lock = threading.RLock()

    def populate(self, installed_apps):
        """Loads them once, in order, each with its module `models` if it has one."""
        if self.ready:
            return
        with self._lock:
            if self.ready:
                return
            if self.loading:
                raise RuntimeError("populate() isn't reentrant")
            self.loading = True
            for entry in installed_apps:
                config = entry if isinstance(entry, AppConfig) else AppConfig.create(entry)
                if config.label in self.app_configs:
                    raise ImproperlyConfigured(
                        f"Application labels aren't unique, duplicates: {config.label}")
                self.app_configs[config.label] = config
            self.apps_ready = True
            for config in self.app_configs.values():
                _import_models(config)
            self.models_ready = True
            for config in self.app_configs.values():
                config.ready()
            self.ready = True

    def check_apps_ready(self):
        if not self.apps_ready:
            raise AppRegistryNotReady("Apps aren't loaded yet.")

    def check_models_ready(self):
        if not self.models_ready:
            raise AppRegistryNotReady("Models aren't loaded yet.")

    def get_app_configs(self):
        self.check_apps_ready()
        return self.app_configs.values()

    def get_app_config(self, app_label):
        self.check_apps_ready()
        if app_label not in self.app_configs:
            raise LookupError(f"No installed app with label '{app_label}'.")
        return self.app_configs[app_label]

    def is_installed(self, app_name):
        self.check_apps_ready()
        return any(config.name == app_name for config in self.app_configs.values())

    def get_models(self, include_auto_created=False, include_swapped=False):
        self.check_models_ready()
        return []

    def get_model(self, app_label, model_name=None, require_ready=True):
        if model_name is None:
            app_label, model_name = app_label.split('.')
        return self.get_app_config(app_label).get_model(model_name)


def _import_models(config):
    from importlib import import_module

    if config.name.startswith('django.') or not hasattr(config.module, '__path__'):
        return
    try:
        config.models_module = import_module(f'{config.name}.models')
    except ModuleNotFoundError as error:
        if error.name != f'{config.name}.models':
            raise


apps = Apps()
