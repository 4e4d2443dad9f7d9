"""Takes a request through the middleware to its view, and the response back. As functions, or as coroutine functions."""

import logging

from asgiref.sync import async_to_sync, iscoroutinefunction, sync_to_async
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured, MiddlewareNotUsed
from django.urls import get_resolver, set_urlconf
from django.utils.module_loading import import_string

from .exception import convert_exception_to_response, response_for_uncaught

logger = logging.getLogger('django.request')


class BaseHandler:
    _view_middleware = _template_response_middleware = _exception_middleware = None
    _middleware_chain = None

    def load_middleware(self, is_async=False):
        """Makes the chain, from its inner end. What is not made for coroutines, or not for functions, is adapted."""
        self._view_middleware, self._template_response_middleware, self._exception_middleware = [], [], []
        handler = convert_exception_to_response(self._get_response_async if is_async else self._get_response, self)
        handler_is_async = is_async
        for path in reversed(settings.MIDDLEWARE or _of_old_style()):
            middleware = import_string(path)
            can_sync = getattr(middleware, 'sync_capable', True)
            can_async = getattr(middleware, 'async_capable', False)
            if not can_sync and not can_async:
                raise RuntimeError(f'Middleware {path} must have at least one of sync_capable/async_capable set to True.')
            works_async = handler_is_async if can_sync and can_async else can_async
            adapted = self.adapt_method_mode(works_async, handler, handler_is_async)
            try:
                instance = middleware(adapted)
            except MiddlewareNotUsed as error:
                if settings.DEBUG and str(error):
                    logger.debug('MiddlewareNotUsed(%r): %s', path, error)
                continue
            if instance is None:
                raise ImproperlyConfigured(f'Middleware factory {path} returned None.')
            self._note_hooks(instance, is_async)
            handler, handler_is_async = convert_exception_to_response(instance, self, works_async), works_async
        self._middleware_chain = self.adapt_method_mode(is_async, handler, handler_is_async)

    def _note_hooks(self, instance, is_async):
        adapt = self.adapt_method_mode
        if hasattr(instance, 'process_view'):
            self._view_middleware.insert(0, adapt(is_async, instance.process_view))
        if hasattr(instance, 'process_template_response'):
            self._template_response_middleware.append(adapt(is_async, instance.process_template_response))
        if hasattr(instance, 'process_exception'):
            # What a view raises is caught in the thread of the view.
            self._exception_middleware.append(adapt(False, instance.process_exception))

    def adapt_method_mode(self, is_async, method, method_is_async=None):
        if method_is_async is None:
            method_is_async = iscoroutinefunction(method)
        if is_async == method_is_async:
            return method
        if is_async:
            # Hooks of Django's own never wait: they need no thread (utils/deprecation.py).
            if getattr(getattr(method, '__self__', None), 'needs_no_thread', False):
                return _at_once(method)
            return sync_to_async(method, thread_sensitive=True)
        return async_to_sync(method)

    def get_response(self, request):
        set_urlconf(settings.ROOT_URLCONF)
        response = self._middleware_chain(request)
        return self._finish(request, response)

    async def get_response_async(self, request):
        set_urlconf(settings.ROOT_URLCONF)
        response = await self._middleware_chain(request)
        return self._finish(request, response)

    def _finish(self, request, response):
        from django.utils.log import log_response

        response._resource_closers.append(request.close)
        if response.status_code >= 400:
            log_response('%s: %s', response.reason_phrase, request.path, response=response, request=request)
        return response

    def resolve_request(self, request):
        urlconf = getattr(request, 'urlconf', None)
        if urlconf is not None:
            set_urlconf(urlconf)
        match = get_resolver(urlconf).resolve(request.path_info)
        request.resolver_match = match
        return match

    def _get_response(self, request):
        callback, args, kwargs = self.resolve_request(request)
        for method in self._view_middleware:
            response = method(request, callback, args, kwargs)
            if response:
                return response
        view = async_to_sync(callback) if iscoroutinefunction(callback) else callback
        response = self._outcome(view, callback, request, args, kwargs)
        self.check_response(response, callback)
        if callable(getattr(response, 'render', None)):
            for method in self._template_response_middleware:
                response = method(request, response)
                self.check_response(response, method)
            response = response.render()
        return response

    async def _get_response_async(self, request):
        callback, args, kwargs = self.resolve_request(request)
        for method in self._view_middleware:
            response = await method(request, callback, args, kwargs)
            if response:
                return response
        if iscoroutinefunction(callback):
            response = await self._outcome_async(callback, request, args, kwargs)
        else:
            response = await sync_to_async(self._outcome, thread_sensitive=True)(callback, callback, request, args, kwargs)
        self.check_response(response, callback)
        if callable(getattr(response, 'render', None)):
            for method in self._template_response_middleware:
                response = await method(request, response)
                self.check_response(response, method)
            response = await sync_to_async(response.render, thread_sensitive=True)()
        return response

    def _outcome(self, view, callback, request, args, kwargs):
        try:
            response = view(request, *args, **kwargs)
        except Exception as error:
            return self._response_of_hooks(error, request)
        if response is not None and hasattr(response, 'cr_await'):
            response.close()
        return response

    async def _outcome_async(self, view, request, args, kwargs):
        try:
            return await view(request, *args, **kwargs)
        except Exception as error:
            return await sync_to_async(self._response_of_hooks, thread_sensitive=True)(error, request)

    def _response_of_hooks(self, error, request):
        response = self.process_exception_by_middleware(error, request)
        if response is None:
            raise error
        return response

    def check_response(self, response, callback, name=None):
        if response is not None and not hasattr(response, 'cr_await'):
            return
        name = name or f'The view {callback.__module__}.{getattr(callback, "__name__", type(callback).__name__)}'
        if response is None:
            raise ValueError(f"{name} didn't return an HttpResponse object. It returned None instead.")
        raise ValueError(f"{name} didn't return an HttpResponse object. It returned an unawaited coroutine instead. "
                         "You may need to add an 'await' into your view.")

    def process_exception_by_middleware(self, exception, request):
        """What the middleware answers to it, or None."""
        for method in self._exception_middleware:
            response = method(request, exception)
            if response:
                return response
        return None

    def handle_uncaught_exception(self, request, resolver, exc_info):
        return response_for_uncaught(request, exc_info)


def _at_once(method):
    async def call(*args):
        return method(*args)

    return call


def _of_old_style():
    """MIDDLEWARE_CLASSES of Django 1.9 and before named the same classes, where they are Django's own."""
    return settings.MIDDLEWARE_CLASSES


