"""Settings for the time of a test."""

from contextlib import ContextDecorator

from django.conf import UserSettingsHolder, settings
from django.core.signals import setting_changed


class override_settings(ContextDecorator):
    """For a `with`, a function, a coroutine function, or a class of SimpleTestCase."""

    def __init__(self, **kwargs):
        self.options = kwargs

    def __call__(self, decorated):
        if isinstance(decorated, type):
            from .testcases import SimpleTestCase

            if not issubclass(decorated, SimpleTestCase):
                raise ValueError('Only subclasses of Django SimpleTestCase can be decorated with override_settings')
            decorated._overridden_settings = {**(decorated._overridden_settings or {}), **self.options}
            return decorated
        from functools import wraps

        from asgiref.sync import iscoroutinefunction

        if not iscoroutinefunction(decorated):
            return super().__call__(decorated)

        @wraps(decorated)
        async def inner(*args, **kwargs):
            with self:
                return await decorated(*args, **kwargs)

        return inner

    def __enter__(self):
        self.enable()

    def __exit__(self, *error):
        self.disable()

    def enable(self):
        if not settings.configured:
            settings._setup()
        self.wrapped = settings._wrapped
        holder = UserSettingsHolder(self.wrapped)
        for name, value in self.options.items():
            setattr(holder, name, value)
        settings._wrapped = holder
        self._tell(True)

    def disable(self):
        settings._wrapped = self.wrapped
        self._tell(False)

    def _tell(self, enter):
        for name in self.options:
            setting_changed.send_robust(sender=settings._wrapped.__class__, setting=name, value=getattr(settings, name, None), enter=enter)


class modify_settings(override_settings):
    """Adds to lists of the settings, or takes from them: `append`, `prepend`, `remove`."""

    def __init__(self, **kwargs):
        self.operations = kwargs
        super().__init__()

    def enable(self):
        self.options = {name: self._changed(name, actions) for name, actions in self.operations.items()}
        super().enable()

    def _changed(self, name, actions):
        value = list(getattr(settings, name, []))
        for action, items in actions.items():
            items = [items] if isinstance(items, str) else items
            value = [item for item in value if item not in items]
            value = {'append': value + list(items), 'prepend': list(items) + value, 'remove': value}[action]
        return value


def tag(*tags):
    """Names under which tests can be chosen."""
    def decorate(thing):
        thing.tags = getattr(thing, 'tags', set()) | set(tags)
        return thing

    return decorate
