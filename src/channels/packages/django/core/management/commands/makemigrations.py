from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = 'Creates new migration(s) for apps.'

    def add_arguments(self, parser):
        parser.add_argument('args', metavar='app_label', nargs='*')
        parser.add_argument('--dry-run', action='store_true')
        parser.add_argument('--check', action='store_true', dest='check_changes')
        parser.add_argument('--noinput', '--no-input', action='store_false', dest='interactive')

    def handle(self, *app_labels, **options):
        self.stdout.write('No changes detected')
