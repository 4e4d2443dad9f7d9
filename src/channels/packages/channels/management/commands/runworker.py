"""manage.py runworker: without channel names the worker of 1.x, with names that of today."""
import os
import signal

from django.core.management import BaseCommand, CommandError

from channels import DEFAULT_CHANNEL_LAYER


class Command(BaseCommand):
    leave_locale_alone = True

    def add_arguments(self, parser):
        super().add_arguments(parser)
        parser.add_argument('channels', nargs='*', help='Channels to listen on, for an ASGI application with a ChannelNameRouter.')
        parser.add_argument('--layer', action='store', dest='layer', default=DEFAULT_CHANNEL_LAYER,
                            help='Channel layer alias to use, if not the default.')
        parser.add_argument('--only-channels', action='append', dest='only_channels',
                            help='Limits this worker to only listening on the provided channels (supports globbing).')
        parser.add_argument('--exclude-channels', action='append', dest='exclude_channels',
                            help='Prevents this worker from listening on the provided channels (supports globbing).')
        parser.add_argument('--threads', action='store', dest='threads', default=1, type=int, help='Number of threads to execute.')
        parser.add_argument('--disable-graceful-stop', action='store_true', dest='disable_graceful_stop', default=False,
                            help='Do not wait until workers finish their jobs on exit.')

    def handle(self, *args, **options):
        if options.get('channels'):
            from channels._worker4 import run_command
            return run_command(options)
        self._run(options)

    def _run(self, options):
        from channels.asgi import channel_layers
        from channels.log import setup_logger
        from channels.signals import worker_process_ready
        from channels.worker import Worker, WorkerGroup

        verbosity = options.get('verbosity', 1)
        self.logger = setup_logger('django.channels', verbosity)
        layer = channel_layers[options.get('layer', DEFAULT_CHANNEL_LAYER)]
        if layer.local_only():
            raise CommandError('You cannot span multiple processes with the in-memory layer. '
                               'Change your settings to use a cross-process channel layer.')
        layer.router.check_default()
        threads = options.get('threads', 1)
        kwargs = {
            'channel_layer': layer,
            'callback': self.consumer_called if verbosity > 1 else None,
            'only_channels': options.get('only_channels'),
            'exclude_channels': options.get('exclude_channels'),
        }
        if options.get('disable_graceful_stop'):
            kwargs['signal_handlers'] = False
            _end_at_once()
        if threads == 1:
            self.logger.info('Using single-threaded worker.')
            worker = Worker(**kwargs)
        else:
            self.logger.info(f'Using multi-threaded worker, {threads} thread(s).')
            worker = WorkerGroup(n_threads=threads, **kwargs)
        worker_process_ready.send(sender=worker)
        self.logger.info('Running worker against channel layer %s', layer)
        try:
            worker.ready()
            worker.run()
        except KeyboardInterrupt:
            pass

    def consumer_called(self, channel, message):
        self.logger.debug('%s', channel)


def _end_at_once():
    for signo in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signo, lambda *_: os._exit(0))
