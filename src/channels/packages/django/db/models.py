"""Names of the ORM, which is not here: whoever uses one is told so at that line."""

from . import missing


class _NoModels(type):
    def __prepare__(name, bases, **kwargs):
        if bases:
            raise missing(f'class {name}(models.Model)')
        return {}


class Model(metaclass=_NoModels):
    """The base of models, of which there can be none."""


def __getattr__(name):
    if name.startswith('__'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    raise missing(f'django.db.models.{name}')
