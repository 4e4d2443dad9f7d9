from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = 'Checks the entire Django project for potential problems.'
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument('args', metavar='app_label', nargs='*')
        parser.add_argument('--tag', '-t', action='append', dest='tags', help='Run only checks labeled with given tag.')
        parser.add_argument('--deploy', action='store_true', help='Check deployment settings.')
        parser.add_argument('--fail-level', default='ERROR', choices=['CRITICAL', 'ERROR', 'WARNING', 'INFO', 'DEBUG'])

    def handle(self, *app_labels, **options):
        from django.apps import apps

        configs = [apps.get_app_config(label) for label in app_labels] or None
        self.check(app_configs=configs, tags=options['tags'], display_num_errors=True)
