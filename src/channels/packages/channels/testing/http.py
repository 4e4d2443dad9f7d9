"""One request of HTTP, from the side of the server."""

from urllib.parse import unquote, urlparse

from asgiref.testing import ApplicationCommunicator


class HttpCommunicator(ApplicationCommunicator):
    def __init__(self, application, method, path, body=b'', headers=None):
        assert isinstance(body, bytes)
        parts = urlparse(path)
        self.body, self.sent_request = body, False
        super().__init__(application, {
            'type': 'http', 'http_version': '1.1', 'method': method.upper(), 'path': unquote(parts.path),
            'query_string': parts.query.encode(), 'headers': headers or []})

    async def get_response(self, timeout=1):
        """A dict with `status`, `headers` and the whole `body`."""
        if not self.sent_request:
            self.sent_request = True
            await self.send_input({'type': 'http.request', 'body': self.body})
        start = await self.receive_output(timeout)
        assert start['type'] == 'http.response.start'
        response = {'status': start['status'], 'headers': start.get('headers', []), 'body': b''}
        more = True
        while more:
            piece = await self.receive_output(timeout)
            assert piece['type'] == 'http.response.body'
            assert isinstance(piece['body'], bytes)
            response['body'] += piece['body']
            more = piece.get('more_body', False)
        return response
