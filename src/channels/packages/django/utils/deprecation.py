"""Middleware as a class with process_request and process_response."""

from asgiref.sync import iscoroutinefunction, markcoroutinefunction, sync_to_async


class MiddlewareMixin:
    """Works in a chain of functions as in one of coroutine functions, where its methods run in a thread."""

    sync_capable = True
    async_capable = True

    def __init__(self, get_response):
        if get_response is None:
            raise ValueError('get_response must be provided.')
        self.get_response = get_response
        self.async_mode = iscoroutinefunction(get_response)
        if self.async_mode:
            markcoroutinefunction(self)
        super().__init__()

    def __repr__(self):
        of = getattr(self.get_response, '__qualname__', type(self.get_response).__name__)
        return f'<{type(self).__qualname__} get_response={of}>'

    def __call__(self, request):
        if self.async_mode:
            return self.__acall__(request)
        response = self.process_request(request) if hasattr(self, 'process_request') else None
        response = response or self.get_response(request)
        return self.process_response(request, response) if hasattr(self, 'process_response') else response

    async def __acall__(self, request):
        response = None
        if hasattr(self, 'process_request'):
            response = await self._in_thread(self.process_request, request)
        response = response or await self.get_response(request)
        if hasattr(self, 'process_response'):
            response = await self._in_thread(self.process_response, request, response)
        return response

    async def _in_thread(self, method, *args):
        return await sync_to_async(method, thread_sensitive=True)(*args)


class QuickMiddleware(MiddlewareMixin):
    """One of Django's own, which never waits for anything: it needs no thread. DIVERGES: there they use one too."""

    needs_no_thread = True

    async def _in_thread(self, method, *args):
        return method(*args)


class RemovedInDjango60Warning(DeprecationWarning):
    pass


class RemovedInDjango61Warning(PendingDeprecationWarning):
    pass
