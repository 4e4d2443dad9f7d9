"""What every command of `manage.py` is made of."""

import argparse
import os
import sys

from .color import no_style


class CommandError(Exception):
    """A command failed for a reason that its user can do something about: shown without a traceback."""

    def __init__(self, *args, returncode=1, **kwargs):
        self.returncode = returncode
        super().__init__(*args, **kwargs)


class SystemCheckError(CommandError):
    """The checks found something wrong."""


_LAST = {'--version', '--verbosity', '--traceback', '--settings', '--pythonpath', '--no-color', '--force-color', '--skip-checks'}


class HelpFormatter(argparse.HelpFormatter):
    """What every command understands comes after what only this one does."""

    def add_usage(self, usage, actions, groups, prefix=None):
        super().add_usage(usage, _own_first(actions), groups, prefix)

    def add_arguments(self, actions):
        super().add_arguments(_own_first(actions))


def _own_first(actions):
    return sorted(actions, key=lambda action: not _LAST.isdisjoint(action.option_strings))


class CommandParser(argparse.ArgumentParser):
    def __init__(self, *, missing_args_message=None, called_from_command_line=None, **kwargs):
        self.missing_args_message = missing_args_message
        self.called_from_command_line = called_from_command_line
        super().__init__(**kwargs)

    def parse_args(self, args=None, namespace=None):
        if self.missing_args_message and not (args or any(not word.startswith('-') for word in args or ())):
            self.error(self.missing_args_message)
        return super().parse_args(args, namespace)

    def error(self, message):
        if self.called_from_command_line:
            super().error(message)
        raise CommandError(f'Error: {message}')

    def add_subparsers(self, **kwargs):
        from functools import partial

        made = kwargs.get('parser_class', type(self))
        if issubclass(made, CommandParser):
            kwargs['parser_class'] = partial(made, called_from_command_line=self.called_from_command_line)
        return super().add_subparsers(**kwargs)


class OutputWrapper:
    """A stream that ends each thing written with a new line, and may style it."""

    def __init__(self, out, ending='\n'):
        self._out, self.ending = out, ending
        self.style_func = None

    def __getattr__(self, name):
        return getattr(self._out, name)

    def write(self, msg='', style_func=None, ending=None):
        ending = self.ending if ending is None else ending
        if ending and not msg.endswith(ending):
            msg += ending
        style = style_func or self.style_func
        self._out.write(style(msg) if style else msg)


class BaseCommand:
    """A command; `handle()` does its work, `add_arguments()` says what it understands."""

    help = ''
    output_transaction = False
    requires_migrations_checks = False
    requires_system_checks = '__all__'
    base_stealth_options = ('stderr', 'stdout')
    stealth_options = ()
    suppressed_base_arguments = set()

    def __init__(self, stdout=None, stderr=None, no_color=False, force_color=False):
        self.stdout = OutputWrapper(stdout or sys.stdout)
        self.stderr = OutputWrapper(stderr or sys.stderr)
        self.style = no_style()

    def get_version(self):
        from django import get_version

        return get_version()

    def create_parser(self, prog_name, subcommand, **kwargs):
        prog = f'{os.path.basename(prog_name)} {subcommand}'.strip()
        kwargs.setdefault('formatter_class', HelpFormatter)
        parser = CommandParser(
            prog=prog, description=self.help or None, missing_args_message=getattr(self, 'missing_args_message', None),
            called_from_command_line=getattr(self, '_called_from_command_line', None), **kwargs)
        add = parser.add_argument
        add('--version', action='version', version=self.get_version(), help="Show program's version number and exit.")
        add('-v', '--verbosity', default=1, type=int, choices=[0, 1, 2, 3],
            help='Verbosity level; 0=minimal output, 1=normal output, 2=verbose output, 3=very verbose output')
        add('--settings', help='The Python path to a settings module, e.g. "myproject.settings.main". If this isn\'t provided, the '
            'DJANGO_SETTINGS_MODULE environment variable will be used.')
        add('--pythonpath', help='A directory to add to the Python path, e.g. "/home/djangoprojects/myproject".')
        add('--traceback', action='store_true', help='Display a full stack trace on CommandError exceptions.')
        add('--no-color', action='store_true', help="Don't colorize the command output.")
        add('--force-color', action='store_true', help='Force colorization of the command output.')
        if self.requires_system_checks:
            add('--skip-checks', action='store_true', help='Skip system checks.')
        self.add_arguments(parser)
        return parser

    def add_arguments(self, parser):
        """For a subclass: what it understands."""

    def print_help(self, prog_name, subcommand):
        self.create_parser(prog_name, subcommand).print_help()

    def run_from_argv(self, argv):
        self._called_from_command_line = True
        parser = self.create_parser(argv[0], argv[1])
        options = vars(parser.parse_args(argv[2:]))
        args = options.pop('args', ())
        handle_default_options(options['settings'], options['pythonpath'])
        try:
            self.execute(*args, **options)
        except CommandError as error:
            if options['traceback']:
                raise
            told = str(error) if isinstance(error, SystemCheckError) else f'{type(error).__name__}: {error}'
            self.stderr.write(told)
            sys.exit(error.returncode)

    def execute(self, *args, **options):
        if options.get('force_color') and options.get('no_color'):
            raise CommandError("The --no-color and --force-color options can't be used together.")
        if options.get('stdout'):
            self.stdout = OutputWrapper(options['stdout'])
        if options.get('stderr'):
            self.stderr = OutputWrapper(options['stderr'])
        if self.requires_system_checks and not options.get('skip_checks'):
            self.check()
        output = self.handle(*args, **options)
        if output:
            self.stdout.write(output)
        return output

    def check(self, app_configs=None, tags=None, display_num_errors=False, **kwargs):
        """Runs the checks; what is wrong ends the command, what is only doubtful is shown."""
        from django.core import checks

        shown, failed = checks.report(checks.run_checks(app_configs=app_configs, tags=tags), display_num_errors)
        if failed:
            raise SystemCheckError(f'SystemCheckError: {shown}')
        if shown:
            (self.stdout if display_num_errors else self.stderr).write(shown)

    def check_migrations(self):
        """There are no models, hence nothing to migrate."""

    def handle(self, *args, **options):
        raise NotImplementedError('subclasses of BaseCommand must provide a handle() method')


class AppCommand(BaseCommand):
    """A command for applications, named by their labels."""

    missing_args_message = 'Enter at least one application label.'

    def add_arguments(self, parser):
        parser.add_argument('args', metavar='app_label', nargs='+', help='One or more application label.')

    def handle(self, *app_labels, **options):
        from django.apps import apps

        try:
            configs = [apps.get_app_config(label) for label in app_labels]
        except (LookupError, ImportError) as error:
            raise CommandError(f'{error}. Are you sure your INSTALLED_APPS setting is correct?') from error
        return '\n'.join(filter(None, (self.handle_app_config(config, **options) for config in configs)))


class LabelCommand(BaseCommand):
    """A command for words of any kind."""

    label = 'label'
    missing_args_message = 'Enter at least one label.'

    def add_arguments(self, parser):
        parser.add_argument('args', metavar=self.label, nargs='+')

    def handle(self, *labels, **options):
        return '\n'.join(filter(None, (self.handle_label(label, **options) for label in labels)))


def handle_default_options(settings, pythonpath):
    if settings:
        os.environ['DJANGO_SETTINGS_MODULE'] = settings
    if pythonpath and pythonpath not in sys.path:
        sys.path.insert(0, pythonpath)
