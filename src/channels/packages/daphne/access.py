"""The lines of the access log."""

import datetime


class AccessLogGenerator:
    """To be called with what the server tells of a connection; writes lines like those of Apache, but for the protocol."""

    def __init__(self, stream):
        self.stream = stream

    def __call__(self, protocol, action, details):
        if protocol == 'http':
            if action == 'complete':
                self.write_entry(details['client'], f"{details['method']} {details['path']}", details['status'], details['size'])
        else:
            word = {'connecting': 'WSCONNECTING', 'connected': 'WSCONNECT', 'disconnected': 'WSDISCONNECT', 'rejected': 'WSREJECT'}[action]
            self.write_entry(details['client'], f"{word} {details['path']}")

    def write_entry(self, host, request, status=None, length=None):
        date = datetime.datetime.now().strftime('%d/%b/%Y:%H:%M:%S')
        self.stream.write(f'{host} - - [{date}] "{request}" {status or "-"} {length or "-"}\n')


_WORDS = {'connecting': 'HANDSHAKING', 'connected': 'CONNECT', 'disconnected': 'DISCONNECT', 'rejected': 'REJECT'}


def described(protocol, action, details):
    """The same as `runserver` tells it; '' where it tells nothing."""
    if protocol == 'websocket':
        return f'WebSocket {_WORDS[action]} {details["path"]} [{details["client"]}]'
    return 'HTTP {method} {path} {status} [{time_taken:.2f}, {client}]'.format(**details) if action == 'complete' else ''
