"""manage.py runserver of 1.x: a Daphne and some workers in one process, which share a channel layer."""

import datetime
import sys
import threading

from django.conf import settings
from django.core.management.commands.runserver import Command as RunserverCommand

from channels import DEFAULT_CHANNEL_LAYER

WORKERS = 4


class Command(RunserverCommand):
    """Where the project has no channel layer of 1.x it is Django's own."""

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument('--noworker', action='store_false', dest='run_worker', default=True,
                            help='Tells Django not to run a worker thread; you\'ll need to run one separately.')
        parser.add_argument('--noasgi', action='store_false', dest='use_asgi', default=True,
                            help='Run the old WSGI-based runserver rather than the ASGI-based one')
        parser.add_argument('--http_timeout', action='store', dest='http_timeout', type=int, default=60,
                            help='Specify the daphne http_timeout interval in seconds (default: 60)')
        parser.add_argument('--websocket_handshake_timeout', action='store', dest='websocket_handshake_timeout', type=int, default=5,
                            help='Specify the daphne websocket_handshake_timeout interval in seconds (default: 5)')

    def inner_run(self, *args, **options):
        if not options['use_asgi'] or 'ROUTING' not in getattr(settings, 'CHANNEL_LAYERS', {}).get(DEFAULT_CHANNEL_LAYER, {}):
            return super().inner_run(*args, **options)
        from channels.asgi import channel_layers
        from channels.log import setup_logger
        from daphne.endpoints import build_endpoint_description_strings
        from daphne.layer_server import LayerServer

        setup_logger('django.channels', options['verbosity'])
        self.check_first(options)
        layer = channel_layers[DEFAULT_CHANNEL_LAYER]
        layer.router.check_default()
        self.say_hello(f'Starting Channels development server at {self.protocol}://{self.place}/', f'Channel layer {layer}')
        if options['run_worker']:
            for _ in range(WORKERS if options['use_threading'] else 1):
                WorkerThread(layer).start()
        LayerServer(
            layer.channel_layer, endpoints=build_endpoint_description_strings(host=self.addr, port=int(self.port)),
            action_logger=log_action, http_timeout=options['http_timeout'], root_path=getattr(settings, 'FORCE_SCRIPT_NAME', '') or '',
            websocket_connect_timeout=options['websocket_handshake_timeout'],
        ).run()
        sys.exit(0)


class WorkerThread(threading.Thread):
    """A worker that ends with the process."""

    def __init__(self, channel_layer):
        super().__init__(daemon=True)
        self.channel_layer = channel_layer

    def run(self):
        from channels.worker import Worker

        worker = Worker(channel_layer=self.channel_layer, signal_handlers=False)
        worker.ready()
        worker.run()


def log_action(protocol, action, details):
    """One line on stderr for what happens to a client."""
    from daphne.access import described

    sys.stderr.write(f'[{datetime.datetime.now():%Y/%m/%d %H:%M:%S}] {described(protocol, action, details)}\n')
