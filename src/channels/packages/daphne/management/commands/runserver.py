"""manage.py runserver where 'daphne' is installed: the ASGI application of the project in this process."""

import logging
import sys

from django.conf import settings
from django.core.management.commands.runserver import Command as RunserverCommand

from daphne import __version__
from daphne.access import described
from daphne.asgi_server import Server
from daphne.endpoints import build_endpoint_description_strings

_log = logging.getLogger('django.channels.server')


class Command(RunserverCommand):
    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument('--noasgi', action='store_false', dest='use_asgi', default=True,
                            help='Run the old WSGI-based runserver rather than the ASGI-based one')
        parser.add_argument('--http_timeout', action='store', dest='http_timeout', type=int, default=None,
                            help='Specify the daphne http_timeout interval in seconds (default: no timeout)')
        parser.add_argument('--websocket_handshake_timeout', action='store', dest='websocket_handshake_timeout', type=int, default=5,
                            help='Specify the daphne websocket_handshake_timeout interval in seconds (default: 5)')

    def inner_run(self, *args, **options):
        if not options['use_asgi'] or not getattr(settings, 'ASGI_APPLICATION', None):
            return super().inner_run(*args, **options)
        self.check_first(options)
        self.say_hello(f'Starting ASGI/Daphne version {__version__} development server at {self.protocol}://{self.place}/')
        from channels.routing import get_default_application

        Server(
            application=get_default_application(), endpoints=build_endpoint_description_strings(host=self.addr, port=int(self.port)),
            action_logger=log_action, http_timeout=options['http_timeout'], root_path=getattr(settings, 'FORCE_SCRIPT_NAME', '') or '',
            websocket_connect_timeout=options['websocket_handshake_timeout'],
        ).run()
        if options.get('shutdown_message'):
            self.stdout.write(options['shutdown_message'])
        sys.exit(0)


def log_action(protocol, action, details):
    """One line for what happens to a client."""
    status = details.get('status', 0)
    log = _log.error if status >= 500 else _log.warning if status >= 400 else _log.info
    log(described(protocol, action, details))
