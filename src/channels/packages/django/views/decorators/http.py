"""Views that take some methods of HTTP only."""

from functools import wraps

from asgiref.sync import iscoroutinefunction
from django.http import HttpResponseNotAllowed
from django.utils.log import log_response


def require_http_methods(request_method_list):
    def refusal(request):
        if request.method in request_method_list:
            return None
        response = HttpResponseNotAllowed(request_method_list)
        log_response('Method Not Allowed (%s): %s', request.method, request.path, response=response, request=request)
        return response

    def decorate(view_func):
        if iscoroutinefunction(view_func):
            @wraps(view_func)
            async def inner(request, *args, **kwargs):
                return refusal(request) or await view_func(request, *args, **kwargs)
        else:
            @wraps(view_func)
            def inner(request, *args, **kwargs):
                return refusal(request) or view_func(request, *args, **kwargs)
        return inner

    return decorate


require_GET = require_http_methods(['GET'])
require_POST = require_http_methods(['POST'])
require_safe = require_http_methods(['GET', 'HEAD'])
