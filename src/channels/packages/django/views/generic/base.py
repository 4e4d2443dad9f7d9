"""A view as a class, with a method for each method of HTTP."""

import logging

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.core.exceptions import ImproperlyConfigured
from django.http import (HttpResponse, HttpResponseGone, HttpResponseNotAllowed, HttpResponsePermanentRedirect, HttpResponseRedirect)
from django.utils.log import log_response

logger = logging.getLogger('django.request')


class View:
    """Made anew for each request; its arguments are in `args` and `kwargs`."""

    http_method_names = ['get', 'post', 'put', 'patch', 'delete', 'head', 'options', 'trace']

    def __init__(self, **kwargs):
        for name, value in kwargs.items():
            setattr(self, name, value)

    @classmethod
    def _is_async(cls):
        handlers = [getattr(cls, name) for name in cls.http_method_names if name != 'options' and hasattr(cls, name)]
        kinds = {iscoroutinefunction(handler) for handler in handlers}
        if len(kinds) > 1:
            raise ImproperlyConfigured(f'{cls.__qualname__} HTTP handlers must either be all sync or all async.')
        return kinds == {True}

    view_is_async = property(lambda self: self._is_async())

    @classmethod
    def as_view(cls, **initkwargs):
        for name in initkwargs:
            if name in cls.http_method_names:
                raise TypeError(f'The method name {name} is not accepted as a keyword argument to {cls.__name__}().')
            if not hasattr(cls, name):
                raise TypeError(f'{cls.__name__}() received an invalid keyword {name!r}. as_view only accepts arguments that are '
                                'already attributes of the class.')

        def view(request, *args, **kwargs):
            self = cls(**initkwargs)
            self.setup(request, *args, **kwargs)
            return self.dispatch(request, *args, **kwargs)

        view.view_class, view.view_initkwargs = cls, initkwargs
        view.__doc__, view.__module__ = cls.__doc__, cls.__module__
        view.__dict__.update(cls.dispatch.__dict__)
        if cls._is_async():
            markcoroutinefunction(view)
        return view

    def setup(self, request, *args, **kwargs):
        if hasattr(self, 'get') and not hasattr(self, 'head'):
            self.head = self.get
        self.request, self.args, self.kwargs = request, args, kwargs

    def dispatch(self, request, *args, **kwargs):
        handler = self.http_method_not_allowed
        if request.method.lower() in self.http_method_names:
            handler = getattr(self, request.method.lower(), handler)
        return handler(request, *args, **kwargs)

    def http_method_not_allowed(self, request, *args, **kwargs):
        response = HttpResponseNotAllowed(self._allowed_methods())
        log_response('Method Not Allowed (%s): %s', request.method, request.path, response=response, request=request)
        return self._answer(response)

    def options(self, request, *args, **kwargs):
        response = HttpResponse()
        response.headers['Allow'] = ', '.join(self._allowed_methods())
        response.headers['Content-Length'] = '0'
        return self._answer(response)

    def _answer(self, response):
        if not self.view_is_async:
            return response

        async def answer():
            return response

        return answer()

    def _allowed_methods(self):
        return [name.upper() for name in self.http_method_names if hasattr(self, name)]


class ContextMixin:
    extra_context = None

    def get_context_data(self, **kwargs):
        kwargs.setdefault('view', self)
        return {**kwargs, **(self.extra_context or {})}


class TemplateResponseMixin:
    template_name = content_type = None

    def render_to_response(self, context, **response_kwargs):
        from django.shortcuts import render

        return render(self.request, self.get_template_names(), context, content_type=self.content_type, **response_kwargs)

    def get_template_names(self):
        if self.template_name is None:
            raise ImproperlyConfigured("TemplateResponseMixin requires either a definition of 'template_name' or an implementation of "
                                       "'get_template_names()'")
        return [self.template_name]


class TemplateView(TemplateResponseMixin, ContextMixin, View):
    """Shows a template; what the path gave is in its context."""

    def get(self, request, *args, **kwargs):
        return self.render_to_response(self.get_context_data(**kwargs))


class RedirectView(View):
    permanent = False
    url = pattern_name = None
    query_string = False

    def get_redirect_url(self, *args, **kwargs):
        if self.url:
            url = self.url % kwargs
        elif self.pattern_name:
            from django.urls import reverse

            url = reverse(self.pattern_name, args=args, kwargs=kwargs)
        else:
            return None
        query = self.request.META.get('QUERY_STRING', '')
        return f'{url}?{query}' if query and self.query_string else url

    def get(self, request, *args, **kwargs):
        url = self.get_redirect_url(*args, **kwargs)
        if not url:
            return HttpResponseGone()
        return (HttpResponsePermanentRedirect if self.permanent else HttpResponseRedirect)(url)

    head = post = options = delete = put = patch = get
