"""`manage.py` and `django-admin`: finds a command by its name and runs it."""

import os
import sys

from django.core.exceptions import ImproperlyConfigured

from .base import BaseCommand, CommandError, handle_default_options

__all__ = ['BaseCommand', 'CommandError', 'ManagementUtility', 'call_command', 'execute_from_command_line', 'get_commands']


def find_commands(management_dir):
    """The names of the commands in a folder `management`; those that begin with an underscore are hidden."""
    folder = os.path.join(management_dir, 'commands')
    try:
        names = os.listdir(folder)
    except OSError:
        return []
    return sorted(name[:-3] for name in names if name.endswith('.py') and not name.startswith('_'))


def get_commands():
    """Name to package, of all commands: those of Django, then those of the applications, of which the first wins."""
    from django.apps import apps
    from django.conf import settings

    from .commands import NAMES, OF_PACKAGES

    found = dict.fromkeys(NAMES, 'django.core')
    if not settings.configured:
        return found
    for config in reversed(list(apps.get_app_configs())):
        names = OF_PACKAGES[config.name] if config.name in OF_PACKAGES else find_commands(os.path.join(config.path, 'management'))
        found.update(dict.fromkeys(names, config.name))
    return found


def load_command_class(app_name, name):
    from importlib import import_module

    return import_module(f'{app_name}.management.commands.{name}').Command()


def call_command(command_name, *args, **options):
    """Runs a command from a program. `args` are words of a command line, `options` the names of its options."""
    if isinstance(command_name, BaseCommand):
        command = command_name
        command_name = type(command).__module__.rpartition('.')[2]
    else:
        known = get_commands()
        if command_name not in known:
            raise CommandError(f'Unknown command: {command_name!r}')
        command = load_command_class(known[command_name], command_name)
    parser = command.create_parser('', command_name)
    parser.called_from_command_line = False
    by_flag = {flag.lstrip('-').replace('-', '_'): action.dest for action in parser._actions for flag in action.option_strings}
    given = {by_flag.get(name, name): value for name, value in options.items()}
    needed = [word for action in parser._actions if action.dest in given and (action.required or not action.option_strings)
              for word in _words_of(action, given[action.dest])]
    defaults = vars(parser.parse_args(args=[*map(str, args), *needed]))
    known = {*by_flag.values(), *defaults, *command.base_stealth_options, *command.stealth_options} - {'args', '='}
    unknown = set(given) - known - {'skip_checks'}
    if unknown:
        valid = ', '.join(sorted(known))
        raise TypeError(f"Unknown option(s) for {command_name} command: {', '.join(sorted(unknown))}. Valid options are: {valid}.")
    merged = {**defaults, **given}
    positional = merged.pop('args', ())
    return command.execute(*positional, **{**merged, 'skip_checks': options.get('skip_checks', True)})


def _words_of(action, value):
    values = [str(item) for item in value] if isinstance(value, (list, tuple)) else [str(value)]
    if not action.option_strings:
        return values
    return [action.option_strings[0]] if action.nargs == 0 else [action.option_strings[0], *values]


class ManagementUtility:
    def __init__(self, argv=None):
        self.argv = list(argv or sys.argv)
        name = os.path.basename(self.argv[0])
        self.prog_name = 'python -m django' if name == '__main__.py' else name

    def main_help_text(self, commands_only=False):
        from django.apps import apps

        known = get_commands()
        if commands_only:
            return '\n'.join(sorted(known))
        lines = ['', f"Type '{self.prog_name} help <subcommand>' for help on a specific subcommand.", '', 'Available subcommands:']
        labels = {config.name: config.label for config in apps.app_configs.values()}
        by_app = {}
        for name, app in known.items():
            by_app.setdefault('django' if app == 'django.core' else labels.get(app, app), []).append(name)
        for app in sorted(by_app):
            lines += ['', f'[{app}]', *(f'    {name}' for name in sorted(by_app[app]))]
        return '\n'.join(lines)

    def fetch_command(self, subcommand):
        known = get_commands()
        if subcommand not in known:
            self._tell_unknown(subcommand, known)
        return load_command_class(known[subcommand], subcommand)

    def _tell_unknown(self, subcommand, known):
        from difflib import get_close_matches

        from django.conf import settings

        if os.environ.get('DJANGO_SETTINGS_MODULE'):
            settings.INSTALLED_APPS
        elif not settings.configured:
            sys.stderr.write('No Django settings specified.\n')
        near = get_close_matches(subcommand, known)
        guess = f'. Did you mean {near[0]}?' if near else ''
        sys.stderr.write(f"Unknown command: {subcommand!r}{guess}\nType '{self.prog_name} help' for usage.\n")
        sys.exit(1)

    def execute(self):
        """Reads --settings and --pythonpath first, since the commands depend on them."""
        subcommand = self.argv[1] if len(self.argv) > 1 else 'help'
        _apply_default_options(self.argv[2:])
        _set_up()
        if subcommand == 'help':
            self._help(self.argv[2:])
        elif subcommand == 'version' or self.argv[1:] == ['--version']:
            from django import get_version

            sys.stdout.write(get_version() + '\n')
        elif self.argv[1:] in (['--help'], ['-h']):
            sys.stdout.write(self.main_help_text() + '\n')
        else:
            self.fetch_command(subcommand).run_from_argv(self.argv)

    def _help(self, options):
        if '--commands' in options:
            sys.stdout.write(self.main_help_text(commands_only=True) + '\n')
        elif not options:
            sys.stdout.write(self.main_help_text() + '\n')
        else:
            self.fetch_command(options[0]).print_help(self.prog_name, options[0])


def _set_up():
    """Loads the applications, unless there are no settings to load them by: some commands do without."""
    import django
    from django.conf import settings

    if not settings.configured:
        try:
            settings.INSTALLED_APPS
        except ImproperlyConfigured:
            if os.environ.get('DJANGO_SETTINGS_MODULE'):
                raise
            return
    django.setup()


def _apply_default_options(words):
    """--settings and --pythonpath, wherever they stand in the command line."""
    options = {}
    for place, word in enumerate(words):
        for name in ('settings', 'pythonpath'):
            if word == f'--{name}' and place + 1 < len(words):
                options[name] = words[place + 1]
            elif word.startswith(f'--{name}='):
                options[name] = word.partition('=')[2]
    handle_default_options(options.get('settings'), options.get('pythonpath'))


def execute_from_command_line(argv=None):
    ManagementUtility(argv).execute()
