from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = 'Updates database schema. Manages both apps with migrations and those without.'

    def add_arguments(self, parser):
        parser.add_argument('app_label', nargs='?', help='App label of an application to synchronize the state.')
        parser.add_argument('migration_name', nargs='?', help='Database state will be brought to the state after that migration.')
        parser.add_argument('--noinput', '--no-input', action='store_false', dest='interactive')
        parser.add_argument('--database', default='default')
        parser.add_argument('--run-syncdb', action='store_true')
        parser.add_argument('--fake', action='store_true')
        parser.add_argument('--fake-initial', action='store_true')

    def handle(self, *args, **options):
        if options['verbosity'] < 1:
            return
        # There are no models, so this is all that there is to do.
        self.stdout.write('Operations to perform:')
        self.stdout.write('  Apply all migrations: (none)')
        self.stdout.write('Running migrations:')
        self.stdout.write('  No migrations to apply.')
