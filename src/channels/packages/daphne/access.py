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
