import sys

from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = 'Discover and run tests in the specified modules or the current directory.'
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument('args', metavar='test_label', nargs='*', help='Module paths to test; can be modulename, '
                            'modulename.TestCase or modulename.TestCase.test_method')
        parser.add_argument('--noinput', '--no-input', action='store_false', dest='interactive')
        parser.add_argument('--failfast', action='store_true')
        parser.add_argument('--keepdb', action='store_true')
        parser.add_argument('-t', '--top-level-directory', dest='top_level')
        parser.add_argument('-p', '--pattern', default='test*.py')

    def handle(self, *test_labels, **options):
        from django.conf import settings
        from django.utils.module_loading import import_string

        names = ('pattern', 'top_level', 'verbosity', 'interactive', 'failfast', 'keepdb')
        runner = import_string(settings.TEST_RUNNER)(**{name: options[name] for name in names})
        if runner.run_tests(test_labels):
            sys.exit(1)
