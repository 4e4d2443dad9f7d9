"""What the events mean that an ASGI 3 application sends."""

from .http_protocol import WebRequest


def reply(protocol, message):
    """Does what `message` says with a request or a socket. ValueError: it may not be said, or not now."""
    _check_headers(message)
    if 'type' not in message:
        raise ValueError('Message has no type defined')
    if isinstance(protocol, WebRequest):
        _reply_http(protocol, message)
    else:
        _reply_websocket(protocol, message)


def _check_headers(message):
    for name, value in message.get('headers', ()):
        if not isinstance(name, bytes):
            raise ValueError(f"Header name {name!r} expected to be `bytes`, but got `{type(name)}`")
        if not isinstance(value, bytes):
            raise ValueError(f"Header value {value!r} expected to be `bytes`, but got `{type(value)}`")


def _reply_http(web_request, message):
    kind = message['type']
    if kind == 'http.response.start':
        if web_request.has_started:
            raise ValueError('HTTP response has already been started')
        if 'status' not in message:
            raise ValueError('Specifying a status code is required for a Response message.')
        web_request.start(message['status'], message.get('headers', ()))
    elif kind == 'http.response.body':
        if not web_request.has_started:
            raise ValueError(f'HTTP response has not yet been started but got {kind}')
        web_request.write(message.get('body', b''))
        if not message.get('more_body', False):
            web_request.finish()
    else:
        raise ValueError(f'Cannot handle message type {kind}!')


def _reply_websocket(socket, message):
    kind = message['type']
    if kind == 'websocket.accept':
        if socket.state != socket.CONNECTING:
            raise ValueError(f'Socket has not been in an unaccepted state, but got {kind}')
        socket.accept(message.get('subprotocol'), message.get('headers', ()))
    elif kind == 'websocket.close':
        if socket.state == socket.CONNECTING:
            socket.reject()
        else:
            socket.close(message.get('code'), message.get('reason'))
    elif kind == 'websocket.send':
        _send(socket, message)


def _send(socket, message):
    if socket.state == socket.CONNECTING:
        raise ValueError('Socket has not been accepted, so cannot send over it')
    data, text = message.get('bytes'), message.get('text')
    if data and text:
        raise ValueError(f'Got invalid WebSocket reply message on {message} - contains both bytes and text keys')
    if data:
        socket.send(data, is_binary=True)
    if text:
        socket.send(text)
