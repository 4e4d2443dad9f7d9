"""manage.py runserver: Django's own development server, which knows nothing of WebSockets."""

import datetime
import os
import re
import sys

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

_ADDRPORT = re.compile(r'(?:(?P<host>\[[0-9a-fA-F:.]+\]|[^:\[\]]+):)?(?P<port>\d+)')


class Command(BaseCommand):
    help = 'Starts a lightweight web server for development.'
    stealth_options = ('shutdown_message',)
    requires_system_checks = []

    default_addr, default_addr_ipv6, default_port = '127.0.0.1', '::1', '8000'
    protocol = 'http'

    def add_arguments(self, parser):
        parser.add_argument('addrport', nargs='?', help='Optional port number, or ipaddr:port')
        parser.add_argument('--ipv6', '-6', action='store_true', dest='use_ipv6', help='Tells Django to use an IPv6 address.')
        parser.add_argument('--nothreading', action='store_false', dest='use_threading', help='Tells Django to NOT use threading.')
        parser.add_argument('--noreload', action='store_false', dest='use_reloader', help='Tells Django to NOT use the auto-reloader.')
        parser.add_argument('--skip-checks', action='store_true', help='Skip system checks.')

    def handle(self, *args, **options):
        if not settings.DEBUG and not settings.ALLOWED_HOSTS:
            raise CommandError('You must set settings.ALLOWED_HOSTS if DEBUG is False.')
        self.addr, self.port = self._address(options['addrport'], options['use_ipv6'])
        self.use_ipv6 = options['use_ipv6']
        self.inner_run(*args, **options)

    def _address(self, addrport, use_ipv6):
        usual = self.default_addr_ipv6 if use_ipv6 else self.default_addr
        if not addrport:
            return usual, self.default_port
        found = _ADDRPORT.fullmatch(addrport)
        if found is None:
            raise CommandError(f'"{addrport}" is not a valid port number or address:port pair.')
        return (found['host'] or usual).strip('[]'), found['port']

    @property
    def place(self):
        """As a browser's address has it."""
        return f'[{self.addr}]:{self.port}' if ':' in self.addr else f'{self.addr}:{self.port}'

    def inner_run(self, *args, **options):
        """DIVERGES: nothing is reloaded when a file changes; the files of a scenario do not."""
        self.check_first(options)
        self.say_hello(f'Starting development server at {self.protocol}://{self.place}/')
        if os.environ.get('DJANGO_RUNSERVER_HIDE_WARNING') != 'true':
            self.stdout.write(
                'WARNING: This is a development server. Do not use it in a production setting. '
                'Use a production WSGI or ASGI server instead.\n'
                'For more information on production servers see: https://docs.djangoproject.com/en/5.2/howto/deployment/')
        from django.core.servers.basehttp import run

        try:
            run(self.addr, int(self.port), threading=options['use_threading'])
        except OSError as exc:
            texts = {13: "You don't have permission to access that port.", 98: 'That port is already in use.',
                     99: "That IP address can't be assigned to."}
            self.stderr.write(f'Error: {texts.get(exc.errno, exc)}')
            sys.exit(1)
        except KeyboardInterrupt:
            sys.exit(0)

    def check_first(self, options):
        if not options.get('skip_checks'):
            self.stdout.write('Performing system checks...\n\n', ending='')
            self.check(display_num_errors=True)

    def say_hello(self, *lines):
        now = datetime.datetime.now().strftime('%B %d, %Y - %X')
        first = f'Django version {self.get_version()}, using settings {settings.SETTINGS_MODULE!r}'
        self.stdout.write('\n'.join([now, first, *lines, 'Quit the server with CONTROL-C.']))
