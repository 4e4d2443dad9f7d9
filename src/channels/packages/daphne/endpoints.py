"""Where to listen, written as Twisted writes it: tcp:port=8000:interface=127.0.0.1, unix:/tmp/daphne.sock."""


def build_endpoint_description_strings(host=None, port=None, unix_socket=None, file_descriptor=None):
    """Sorted descriptions of what the options say. ValueError: a host without a port, or the other way round."""
    found = []
    if host and port is not None:
        host = host.strip('[]').replace(':', r'\:')
        found.append(f'tcp:port={int(port)}:interface={host}')
    elif host or port:
        raise ValueError('TCP binding requires both port and host kwargs.')
    if unix_socket:
        found.append(f'unix:{unix_socket}')
    if file_descriptor is not None:
        found.append(f'fd:fileno={int(file_descriptor)}')
    return sorted(found)


def read_endpoint(description):
    """(kind, arguments by name) of a description; what has no name goes by 'address'."""
    kind, _, rest = description.replace(r'\:', '\0').partition(':')
    arguments = {}
    for part in filter(None, rest.split(':')):
        key, equals, value = part.replace('\0', ':').partition('=')
        arguments[key if equals else 'address'] = value if equals else key
    return kind, arguments
