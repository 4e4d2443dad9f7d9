"""One WebSocket, from the side of the server."""

import json
from urllib.parse import unquote, urlparse

from asgiref.testing import ApplicationCommunicator


class WebsocketCommunicator(ApplicationCommunicator):
    """All timeouts are seconds of the program's clock."""

    def __init__(self, application, path, headers=None, subprotocols=None, spec_version=None):
        if not isinstance(path, str):
            raise TypeError(f'Expected str, got {type(path)}')
        parts = urlparse(path)
        scope = {'type': 'websocket', 'path': unquote(parts.path), 'query_string': parts.query.encode(), 'headers': headers or [],
                 'subprotocols': subprotocols or []}
        if spec_version:
            scope['spec_version'] = spec_version
        super().__init__(application, scope)

    async def connect(self, timeout=1):
        """(True, the subprotocol), or (False, the code) where the application refuses."""
        await self.send_input({'type': 'websocket.connect'})
        answer = await self.receive_output(timeout)
        if answer['type'] == 'websocket.close':
            return False, answer.get('code', 1000)
        assert answer['type'] == 'websocket.accept'
        return True, answer.get('subprotocol', None)

    async def send_to(self, text_data=None, bytes_data=None):
        assert bool(text_data) != bool(bytes_data), 'You must supply exactly one of text_data or bytes_data'
        if text_data:
            assert isinstance(text_data, str), 'The text_data argument must be a str'
            await self.send_input({'type': 'websocket.receive', 'text': text_data})
        else:
            assert isinstance(bytes_data, bytes), 'The bytes_data argument must be bytes'
            await self.send_input({'type': 'websocket.receive', 'bytes': bytes_data})

    async def send_json_to(self, data):
        await self.send_to(text_data=json.dumps(data))

    async def receive_from(self, timeout=1):
        """The next frame, a text or bytes."""
        frame = await self.receive_output(timeout)
        assert frame['type'] == 'websocket.send', f"Expected type 'websocket.send', but was '{frame['type']}'"
        assert ('text' in frame) != ('bytes' in frame), "The response needs exactly one of 'text' or 'bytes'"
        if 'text' in frame:
            assert isinstance(frame['text'], str), 'Text frame payload is not str'
            return frame['text']
        assert isinstance(frame['bytes'], bytes), 'Binary frame payload is not bytes'
        return frame['bytes']

    async def receive_json_from(self, timeout=1):
        payload = await self.receive_from(timeout)
        assert isinstance(payload, str), 'JSON data is not a text frame'
        return json.loads(payload)

    async def disconnect(self, code=1000, timeout=1):
        await self.send_input({'type': 'websocket.disconnect', 'code': code})
        await self.wait(timeout)
