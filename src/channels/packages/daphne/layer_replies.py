"""What the messages mean that workers of 1.x send to a reply channel."""

from .http_protocol import WebRequest

_SOCKET_KEYS = {'accept', 'text', 'bytes', 'close'}


def dispatch_reply(protocol, channel, message):
    """Does what `message` says. ValueError: it may not be said; a socket may have been accepted already."""
    if isinstance(protocol, WebRequest):
        _reply_http(protocol, channel, message)
    else:
        _reply_websocket(protocol, channel, message)


def _reply_http(web_request, channel, message):
    """The first message has a status, those that follow have none."""
    if 'status' in message:
        if web_request.has_started:
            raise ValueError(f'Got multiple Response messages for {channel}!')
        headers = [(_as_bytes(name), _as_bytes(value)) for name, value in message.get('headers', ())]
        web_request.start(message['status'], headers)
    elif not web_request.has_started:
        raise ValueError('Specifying a status code is required for a Response message.')
    web_request.write(message.get('content', b''))
    if not message.get('more_content', False):
        web_request.finish()


def _as_bytes(value):
    return value.encode('latin-1') if isinstance(value, str) else value


def _reply_websocket(socket, channel, message):
    unknown = set(message) - _SOCKET_KEYS
    if unknown:
        raise ValueError(f'Got invalid WebSocket reply message on {channel} - contains unknown keys {unknown} '
                         f'(looking for either {sorted(_SOCKET_KEYS)})')
    if socket.state == socket.CONNECTING and 'accept' in message:
        if message['accept']:
            socket.accept()
        elif message['accept'] is not None:
            socket.reject()
            return
    data, text = message.get('bytes'), message.get('text')
    if data and text:
        raise ValueError(f'Got invalid WebSocket reply message on {channel} - contains both bytes and text keys')
    if data:
        socket.send(data, is_binary=True)
    if text:
        socket.send(text)
    if message.get('close'):
        if socket.state == socket.CONNECTING:
            socket.reject()
        else:
            socket.close(message['close'])
