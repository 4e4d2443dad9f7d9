"""manage.py rundelay: sends messages later, for who asks on asgi.delay."""
from django.core.management import BaseCommand, CommandError

from channels import DEFAULT_CHANNEL_LAYER
from channels.asgi import channel_layers
from channels.delay.worker import Worker
from channels.log import setup_logger


class Command(BaseCommand):
    leave_locale_alone = True

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument('--layer', action='store', dest='layer', default=DEFAULT_CHANNEL_LAYER,
                            help='Channel layer alias to use, if not the default.')
        parser.add_argument('--sleep', action='store', dest='sleep', default=1, type=float,
                            help='Amount of time to sleep between checks, in seconds.')

    def handle(self, *args, **options):
        logger = setup_logger('django.channels', options.get('verbosity', 1))
        layer = channel_layers[options.get('layer', DEFAULT_CHANNEL_LAYER)]
        if layer.local_only():
            raise CommandError('You cannot span multiple processes with the in-memory layer. '
                               'Change your settings to use a cross-process channel layer.')
        logger.info('Running delay against channel layer %s', layer)
        try:
            Worker(channel_layer=layer, database_sleep_duration=options['sleep']).run()
        except KeyboardInterrupt:
            pass
