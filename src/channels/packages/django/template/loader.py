"""Finds templates: in the folders of TEMPLATES, then in those of the applications."""

import os

from django.core.exceptions import ImproperlyConfigured

_BACKEND = 'django.template.backends.django.DjangoTemplates'
_read = {}


class TemplateDoesNotExist(Exception):
    """There is no such template in any of the folders."""

    def __init__(self, msg, tried=None, backend=None, chain=None):
        self.tried, self.chain = tried or [], chain or []
        super().__init__(msg)


def get_template(template_name, using=None):
    tried = []
    for engine in _engines():
        for folder in _folders(engine):
            path = os.path.join(str(folder), template_name)
            if os.path.isfile(path):
                return _template_at(path, template_name)
            tried.append(path)
    raise TemplateDoesNotExist(template_name, tried)


def select_template(template_name_list, using=None):
    """The first that is there."""
    for name in template_name_list:
        try:
            return get_template(name)
        except TemplateDoesNotExist:
            continue
    raise TemplateDoesNotExist(', '.join(template_name_list))


def render_to_string(template_name, context=None, request=None, using=None):
    template = select_template(template_name) if isinstance(template_name, (list, tuple)) else get_template(template_name)
    return template.render(context, request)


def context_of(values, request):
    """With what the context processors add, where there is a request."""
    from django.utils.module_loading import import_string

    from .base import Context

    context = Context(request=request)
    if request is not None:
        for engine in _engines():
            for path in ('django.template.context_processors.csrf', *engine.get('OPTIONS', {}).get('context_processors', ())):
                context.layers[1].update(import_string(path)(request))
    context.layers[1].update(values or {})
    return context


def _engines():
    from django.conf import settings

    for engine in settings.TEMPLATES:
        if engine['BACKEND'] != _BACKEND:
            raise ImproperlyConfigured(f'There is no template engine {engine["BACKEND"]} here, only {_BACKEND}.')
        yield engine


def _folders(engine):
    from django.apps import apps

    yield from engine.get('DIRS', ())
    if engine.get('APP_DIRS'):
        yield from (os.path.join(config.path, 'templates') for config in apps.get_app_configs())


def _template_at(path, name):
    """Read again when the file has changed."""
    from .base import Template

    changed = os.stat(path).st_mtime
    known = _read.get(path)
    if known is None or known[0] != changed:
        with open(path, encoding='utf-8') as file:
            known = _read[path] = changed, Template(file.read(), path, name)
    return known[1]
