"""A consumer for HTTP: `handle` is what a subclass fills in."""

from ..consumer import AsyncConsumer
from ..exceptions import StopConsumer


class AsyncHttpConsumer(AsyncConsumer):
    def __init__(self, *args, **kwargs):
        self.body = []

    async def send_headers(self, *, status=200, headers=None):
        """`headers`: a list of pairs of bytes, or a dict. They leave with the first piece of the body."""
        pairs = list(headers.items()) if isinstance(headers, dict) else headers or []
        await self.send({'type': 'http.response.start', 'status': status, 'headers': pairs})

    async def send_body(self, body, *, more_body=False):
        """A piece of the response; the last one unless there is `more_body`."""
        assert isinstance(body, bytes), 'Body is not bytes'
        await self.send({'type': 'http.response.body', 'body': body, 'more_body': more_body})

    async def send_response(self, status, body, **kwargs):
        await self.send_headers(status=status, **kwargs)
        await self.send_body(body)

    async def handle(self, body):
        """The whole body of the request is there; what this returns is not looked at."""
        raise NotImplementedError('Subclasses of AsyncHttpConsumer must provide a handle() method.')

    async def disconnect(self):
        """The response is sent, or the client is gone."""

    async def http_request(self, message):
        self.body.append(message.get('body', b''))
        if message.get('more_body'):
            return
        try:
            await self.handle(b''.join(self.body))
        finally:
            await self.disconnect()
        raise StopConsumer()

    async def http_disconnect(self, message):
        await self.disconnect()
        raise StopConsumer()
