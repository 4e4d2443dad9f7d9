"""Middleware: an application around another, which adds to the scope."""


class BaseMiddleware:
    def __init__(self, inner):
        self.inner = inner

    async def __call__(self, scope, receive, send):
        # The scope of those outside stays as it is.
        return await self.inner(dict(scope), receive, send)
