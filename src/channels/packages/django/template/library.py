"""Tags and filters of a project, in the folder `templatetags` of an application."""

import functools
from importlib import import_module

from .base import Node, TemplateSyntaxError, shown

# Those that are part of Django, and that have nothing that is not there anyway.
_BUILT_IN = ('static', 'staticfiles', 'i18n', 'l10n', 'tz', 'cache', 'humanize')


class Library:
    def __init__(self):
        self.tags, self.filters = {}, {}

    def tag(self, name=None, compile_function=None):
        return self._register(self.tags, name, compile_function)

    def filter(self, name=None, filter_func=None, **flags):
        def note(function):
            for flag, value in flags.items():
                setattr(function, flag, value)

        return self._register(self.filters, name, filter_func, note)

    def _register(self, into, name, function, note=lambda function: None):
        if callable(name):
            name, function = name.__name__, name
        if function is None:
            return lambda function: self._register(into, name or function.__name__, function, note)
        note(function)
        into[name] = function
        return function

    def simple_tag(self, func=None, takes_context=None, name=None):
        """A tag that shows what the function returns, or keeps it with `as`."""
        if func is None:
            return functools.partial(self.simple_tag, takes_context=takes_context, name=name)
        self.tags[name or func.__name__] = lambda parser, token: SimpleNode(parser, token, func, takes_context)
        return func

    def inclusion_tag(self, filename, func=None, takes_context=None, name=None):
        """A tag that shows a template with what the function returns."""
        def decorate(function):
            def shown_template(*args, **kwargs):
                from . import loader

                return loader.get_template(filename).render(function(*args, **kwargs))

            self.tags[name or function.__name__] = lambda parser, token: SimpleNode(parser, token, shown_template, takes_context)
            return function

        return decorate(func) if func else decorate


class SimpleNode(Node):
    def __init__(self, parser, token, function, takes_context):
        self.function, self.takes_context, self.target = function, takes_context, None
        words = token.split_contents()[1:]
        if words[-2:-1] == ['as']:
            words, self.target = words[:-2], words[-1]
        self.args, self.kwargs = arguments_of(words, parser)

    def render(self, context):
        args = [argument.resolve(context) for argument in self.args]
        value = self.function(*([context] if self.takes_context else []), *args,
                              **{name: argument.resolve(context) for name, argument in self.kwargs.items()})
        if self.target is not None:
            context[self.target] = value
            return ''
        return shown(value, context)


def arguments_of(words, parser):
    """(by place, by name) of the words behind a tag."""
    args, kwargs = [], {}
    for word in words:
        name, sign, value = word.partition('=')
        if sign and name.isidentifier():
            kwargs[name] = parser.compile_filter(value)
        else:
            args.append(parser.compile_filter(word))
    return args, kwargs


def find_library(name):
    """The library that `{% load name %}` means; None for one of Django's own."""
    from django.apps import apps
    from django.utils.module_loading import module_has_submodule

    for config in apps.get_app_configs():
        if module_has_submodule(config.module, 'templatetags') and module_has_submodule(
                import_module(f'{config.name}.templatetags'), name):
            return import_module(f'{config.name}.templatetags.{name}').register
    if name in _BUILT_IN:
        return None
    raise TemplateSyntaxError(f"'{name}' is not a registered tag library. Must be one of:\n" + '\n'.join(_BUILT_IN))
