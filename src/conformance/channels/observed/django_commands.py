"""Commands of a project: how they are found, their options, their failures; checks."""

import io
import os
import sys

os.makedirs('app/management/commands', exist_ok=True)
for folder in ('app', 'app/management', 'app/management/commands'):
    open(f'{folder}/__init__.py', 'w').close()
with open('app/management/commands/greet.py', 'w') as file:
    file.write('''
from django.core.management.base import BaseCommand, CommandError
class Command(BaseCommand):
    help = 'Greets somebody.'
    def add_arguments(self, parser):
        parser.add_argument('names', nargs='+')
        parser.add_argument('--times', type=int, default=1)
        parser.add_argument('--loud', action='store_true')
    def handle(self, *args, **options):
        for name in options['names']:
            if name == 'nobody':
                raise CommandError('Nobody is there', returncode=3)
            text = 'hello ' + name
            self.stdout.write((self.style.SUCCESS(text.upper()) if options['loud'] else text), ending=' ' * options['times'])
        self.stderr.write('done')
        return 'over'
''')
with open('app/apps.py', 'w') as file:
    file.write('''
from django.apps import AppConfig
class First(AppConfig):
    name = 'app'
    verbose_name = 'My app'
    def ready(self):
        print('ready', self.name)
''')
sys.path.insert(0, os.getcwd())
from django.conf import settings

settings.configure(SECRET_KEY='x', INSTALLED_APPS=['app'], DATABASES={})
import django

django.setup()
django.setup()
from django.apps import apps
from django.core import checks
from django.core.management import CommandError, ManagementUtility, call_command, get_commands

config = apps.get_app_config('app')
print(
    config,
    config.label,
    config.verbose_name,
    apps.is_installed('app'),
    apps.is_installed('zz'),
    [c.name for c in apps.get_app_configs()],
)
try:
    apps.get_app_config('zz')
except LookupError as error:
    print(error)
print(get_commands()['greet'], get_commands()['check'])
out, err = io.StringIO(), io.StringIO()
print(call_command('greet', 'ann', 'ben', times=2, stdout=out, stderr=err), repr(out.getvalue()), repr(err.getvalue()))
out = io.StringIO()
call_command('greet', 'ann', '--loud', '--times=3', stdout=out, stderr=err)
print(repr(out.getvalue()))
for words, options in [
    (('greet', 'nobody'), {}),
    (('greet',), {}),
    (('greet', 'x', '--times', 'many'), {}),
    (('zz',), {}),
    (('greet', 'x'), {'nope': 1}),
]:
    try:
        call_command(*words, stdout=io.StringIO(), stderr=io.StringIO(), **options)
    except (CommandError, TypeError) as error:
        print(type(error).__name__, error)


def utility(*words):
    sys.stderr, before = sys.stdout, sys.stderr
    try:
        ManagementUtility(['manage.py', *words]).execute()
    except SystemExit as error:
        print('exit', error.code)
    finally:
        sys.stderr = before


utility('greet', 'ann', '--skip-checks')
utility('greet', 'nobody')
utility('greet')
utility('gret')


@checks.register('mine')
def strict(app_configs, **kwargs):
    return [checks.Warning('Odd', hint='Look', id='app.W001'), checks.Error('Wrong', obj=config, id='app.E001')]


utility('check', '--tag', 'mine')
