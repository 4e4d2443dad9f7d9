"""Exceptions become responses."""

import functools
import logging

from asgiref.sync import iscoroutinefunction, sync_to_async
from django.conf import settings
from django.core import signals
from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http.exceptions import Http404
from django.urls import get_resolver, get_urlconf
from django.utils.log import log_response


def convert_exception_to_response(get_response, handler, is_async=None):
    """The same, but it never raises. `handler`: whose `handle_uncaught_exception` is asked in the end."""
    if is_async is None:
        is_async = iscoroutinefunction(get_response)
    if is_async:
        @functools.wraps(get_response, updated=())
        async def inner(request):
            try:
                return await get_response(request)
            except Exception as error:
                return await sync_to_async(response_for_exception, thread_sensitive=False)(request, error, handler)

        return inner

    @functools.wraps(get_response, updated=())
    def inner(request):
        try:
            return get_response(request)
        except Exception as error:
            return response_for_exception(request, error, handler)

    return inner


def response_for_exception(request, error, handler):
    if isinstance(error, Http404):
        if settings.DEBUG:
            from django.views import debug

            return debug.technical_404_response(request, error)
        return _handler_response(request, 404, error)
    if isinstance(error, PermissionDenied):
        response = _handler_response(request, 403, error)
        log_response('Forbidden (Permission denied): %s', request.path, response=response, request=request, exception=error)
        return response
    if isinstance(error, BadRequest):
        response = _debug_500(request, error, 400) if settings.DEBUG else _handler_response(request, 400, error)
        log_response('%s: %s', str(error), request.path, response=response, request=request, exception=error)
        return response
    if isinstance(error, SuspiciousOperation):
        logging.getLogger(f'django.security.{type(error).__name__}').error(
            str(error), exc_info=error, extra={'status_code': 400, 'request': request})
        status = 413 if isinstance(error, RequestDataTooBig) else 400
        response = _debug_500(request, error, status) if settings.DEBUG else _handler_response(request, 400, error)
        response._has_been_logged = True
        return response
    signals.got_request_exception.send(sender=None, request=request)
    response = handler.handle_uncaught_exception(request, get_resolver(get_urlconf()), (type(error), error, error.__traceback__))
    log_response('%s: %s', response.reason_phrase, request.path, response=response, request=request, exception=error)
    return response


def response_for_uncaught(request, exc_info):
    """The page for an exception that is nobody's; raised again where DEBUG_PROPAGATE_EXCEPTIONS says so."""
    if getattr(settings, 'DEBUG_PROPAGATE_EXCEPTIONS', False):
        raise exc_info[1]
    if settings.DEBUG:
        return _debug_500(request, exc_info[1], 500)
    return _handler_response(request, 500, None)


def _debug_500(request, error, status):
    from django.views import debug

    return debug.technical_500_response(request, type(error), error, error.__traceback__, status_code=status)


def _handler_response(request, status, error):
    """By `handler404` and its like of the root URLconf, or Django's own."""
    from django.utils.module_loading import import_string
    from django.views import defaults

    handler = getattr(get_resolver(get_urlconf()).urlconf_module, f'handler{status}', None)
    if handler is None:
        handler = defaults.OF_STATUS[status]
    elif isinstance(handler, str):
        handler = import_string(handler)
    if iscoroutinefunction(handler):
        from asgiref.sync import async_to_sync

        handler = async_to_sync(handler)
    return handler(request) if status == 500 else handler(request, exception=error)
