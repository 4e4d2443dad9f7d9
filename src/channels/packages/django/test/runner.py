"""What `manage.py test` does: finds the tests and runs them."""

import os
import unittest


class DiscoverRunner:
    def __init__(self, pattern='test*.py', top_level=None, verbosity=1, interactive=True, failfast=False, keepdb=False, **kwargs):
        self.pattern, self.top_level, self.verbosity, self.failfast = pattern, top_level, verbosity, failfast

    def build_suite(self, test_labels=None):
        """A label is a folder, a module, a class or a method, by its dotted name."""
        suite = unittest.TestSuite()
        for label in test_labels or ['.']:
            folder = label if os.path.isdir(label) else label.replace('.', '/')
            if os.path.isdir(folder):
                suite.addTests(unittest.TestLoader().discover(folder, self.pattern, self.top_level or '.'))
            else:
                suite.addTests(unittest.defaultTestLoader.loadTestsFromName(label))
        return suite

    def run_tests(self, test_labels, **kwargs):
        """How many failed."""
        from django.conf import settings
        from django.test.utils import override_settings

        # Before the tests are imported: what they import may look at it.
        with override_settings(DEBUG=False, ALLOWED_HOSTS=[*settings.ALLOWED_HOSTS, 'testserver']):
            return self._run(self.build_suite(test_labels))

    def _run(self, suite):
        from django.core.management import call_command

        if self.verbosity > 0:
            print(f'Found {suite.countTestCases()} test(s).')
        call_command('check', verbosity=self.verbosity, skip_checks=False)
        result = unittest.TextTestRunner(verbosity=self.verbosity, failfast=self.failfast).run(suite)
        return len(result.failures) + len(result.errors)
