"""The program `daphne`: for an ASGI 3 application or, as in 2017, for a channel layer."""

import argparse
import importlib
import logging
import sys

from .access import AccessLogGenerator
from .endpoints import build_endpoint_description_strings

_log = logging.getLogger('daphne.cli')

DEFAULT_HOST, DEFAULT_PORT = '127.0.0.1', 8000


class CommandLineInterface:
    description = 'Django HTTP/WebSocket server'

    def __init__(self):
        self.parser = make_parser(self.description)

    @classmethod
    def entrypoint(cls):
        cls().run(sys.argv[1:])

    def run(self, args):
        args = self.parser.parse_args(args)
        self._check(args)
        level = {0: logging.WARNING, 1: logging.INFO, 2: logging.DEBUG}.get(args.verbosity, logging.DEBUG)
        logging.basicConfig(level=level, format=args.log_fmt)
        logger = self._access_log(args)
        target = import_by_path(args.application)
        endpoints = self._endpoints(args)
        options = dict(
            endpoints=endpoints, ping_interval=args.ping_interval, ping_timeout=args.ping_timeout, action_logger=logger,
            root_path=args.root_path, verbosity=args.verbosity, websocket_connect_timeout=args.websocket_connect_timeout,
            server_name=args.server_name, **self._proxy_headers(args))
        where = ', '.join(endpoints)
        if is_channel_layer(target):
            from .layer_server import LayerServer
            _log.info('Starting server at %s, channel layer %s.', where, args.application)
            server = LayerServer(target, http_timeout=120 if args.http_timeout is None else args.http_timeout,
                                 websocket_timeout=args.websocket_timeout, force_sync=args.force_sync, **options)
        else:
            from .asgi_server import Server
            _log.info('Starting server at %s', where)
            lifetime = 86400 if args.websocket_timeout is None else args.websocket_timeout
            server = Server(single_callable(target), http_timeout=args.http_timeout, websocket_timeout=lifetime,
                            application_close_timeout=args.application_close_timeout, **options)
        server.run()

    def _check(self, args):
        if not args.proxy_headers and (args.proxy_headers_host or args.proxy_headers_port):
            option = '--proxy-headers-host' if args.proxy_headers_host else '--proxy-headers-port'
            self.parser.error(f'--proxy-headers has to be passed for {option}.')

    def _access_log(self, args):
        if args.access_log and args.access_log != '-':
            return AccessLogGenerator(open(args.access_log, 'a', 1))
        return AccessLogGenerator(sys.stdout) if args.access_log or args.verbosity >= 1 else None

    def _endpoints(self, args):
        host, port = args.host, args.port
        if host or port is not None or not (args.unix_socket or args.file_descriptor is not None or args.socket_strings):
            host, port = host or DEFAULT_HOST, DEFAULT_PORT if port is None else port
        built = build_endpoint_description_strings(host=host, port=port, unix_socket=args.unix_socket, file_descriptor=args.file_descriptor)
        return sorted([*args.socket_strings, *built])

    def _proxy_headers(self, args):
        if not args.proxy_headers:
            return {}
        return {'proxy_forwarded_address_header': args.proxy_headers_host or 'X-Forwarded-For',
                'proxy_forwarded_port_header': args.proxy_headers_port or 'X-Forwarded-Port',
                'proxy_forwarded_proto_header': 'X-Forwarded-Proto'}


def make_parser(description):
    """The options of both eras. Times are in seconds."""
    parser = argparse.ArgumentParser(prog='daphne', description=description)
    add = parser.add_argument
    add('-p', '--port', type=int, help='Port number to listen on', default=None)
    add('-b', '--bind', dest='host', help='The host/address to bind to', default=None)
    add('--websocket_timeout', type=int, help='Maximum time to allow a websocket to be connected. -1 for infinite.', default=None)
    add('--websocket_connect_timeout', type=int, help='Maximum time to allow a connection to handshake. -1 for infinite', default=5)
    add('-u', '--unix-socket', dest='unix_socket', help='Bind to a UNIX socket rather than a TCP host/port', default=None)
    add('--fd', type=int, dest='file_descriptor', help='Bind to a file descriptor rather than a TCP host/port', default=None)
    add('-e', '--endpoint', dest='socket_strings', action='append', help='An endpoint as Twisted writes it', default=[])
    add('-v', '--verbosity', type=int, help='How verbose to make the output', default=1)
    add('-t', '--http-timeout', type=int, help='How long to wait for an answer before timing out HTTP connections', default=None)
    add('--access-log', help='Where to write the access log (- for stdout, the default for verbosity=1)', default=None)
    add('--log-fmt', help='Log format to use', default='%(asctime)-15s %(levelname)-8s %(message)s')
    add('--ping-interval', type=int, help='For how long a WebSocket must be idle before a ping is sent', default=20)
    add('--ping-timeout', type=int, help='After how long a WebSocket is closed if a ping is not answered', default=30)
    add('--application-close-timeout', type=int, help='How long an application may go on when its client is gone', default=10)
    add('--ws-protocol', nargs='*', dest='ws_protocols', help='The WebSocket protocols you wish to support (channel layers only)')
    add('--root-path', dest='root_path', help='The setting for the ASGI root_path variable', default='')
    add('--proxy-headers', dest='proxy_headers', action='store_true', help='Believe X-Forwarded-For and X-Forwarded-Port')
    add('--proxy-headers-host', dest='proxy_headers_host', help='Which header has the host; requires --proxy-headers')
    add('--proxy-headers-port', dest='proxy_headers_port', help='Which header has the port; requires --proxy-headers')
    add('--force-sync', dest='force_sync', action='store_true', help='Poll the channel layer even if it can be awaited')
    add('-s', '--server-name', dest='server_name', help='The value of the header Server', default='daphne')
    add('--no-server-name', dest='server_name', action='store_const', const='')
    add('application', help='The application, or channel layer, to dispatch to as path.to.module:instance.path')
    return parser


def import_by_path(path):
    """The object at module:name.name."""
    module_path, _, names = path.partition(':')
    target = importlib.import_module(module_path)
    for name in names.split('.'):
        target = getattr(target, name)
    return target


def is_channel_layer(target):
    """Whether it is one of 1.x, and no application."""
    return all(hasattr(target, name) for name in ('send', 'receive', 'extensions'))


def single_callable(application):
    """The application as ASGI 3 has it; one of ASGI 2 is called twice: with the scope, then with the rest."""
    if not _is_double(application):
        return application

    async def called_once(scope, receive, send):
        await application(scope)(receive, send)
    return called_once


def _is_double(application):
    if isinstance(application, type):
        return not hasattr(application, '__await__')
    function = application if hasattr(application, '__code__') else getattr(type(application), '__call__', None)
    code = getattr(function, '__code__', None)
    if code is None or code.co_flags & 0x04:
        return False
    is_method = function is not application
    return code.co_argcount - is_method == 1
