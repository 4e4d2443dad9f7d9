"""Checks of a project: functions that return what they find wrong. Django's own checks are not here."""

DEBUG, INFO, WARNING, ERROR, CRITICAL = 10, 20, 30, 40, 50


class CheckMessage:
    def __init__(self, level, msg, hint=None, obj=None, id=None):
        self.level, self.msg, self.hint, self.obj, self.id = level, msg, hint, obj, id

    def __str__(self):
        where = '?' if self.obj is None else str(self.obj)
        ident = f'({self.id}) ' if self.id else ''
        hint = f'\n\tHINT: {self.hint}' if self.hint else ''
        return f'{where}: {ident}{self.msg}{hint}'

    def is_serious(self, level=ERROR):
        return self.level >= level

    def is_silenced(self):
        from django.conf import settings

        return self.id in settings.SILENCED_SYSTEM_CHECKS


class Debug(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(DEBUG, *args, **kwargs)


class Info(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(INFO, *args, **kwargs)


class Warning(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(WARNING, *args, **kwargs)


class Error(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(ERROR, *args, **kwargs)


class Critical(CheckMessage):
    def __init__(self, *args, **kwargs):
        super().__init__(CRITICAL, *args, **kwargs)


class Tags:
    """Names under which checks are registered."""

    admin, async_support, caches, compatibility = 'admin', 'async_support', 'caches', 'compatibility'
    database, files, models, security, signals = 'database', 'files', 'models', 'security', 'signals'
    sites, staticfiles, templates, translation, urls = 'sites', 'staticfiles', 'templates', 'translation', 'urls'


_registered = []


def register(check=None, *tags, **kwargs):
    """As a decorator, with or without tags."""
    if callable(check):
        _registered.append((check, tags))
        return check
    named = tags if check is None else (check, *tags)

    def add(function):
        _registered.append((function, named))
        return function

    return add


def run_checks(app_configs=None, tags=None, **kwargs):
    found = []
    for check, named in _registered:
        if not tags or set(tags) & set(named):
            found.extend(check(app_configs=app_configs, databases=None))
    return found


def report(found, has_count):
    """What a command shows of them, and whether anything among it is serious."""
    heard = [message for message in found if not message.is_silenced()]
    groups = (('CRITICALS', CRITICAL, 100), ('ERRORS', ERROR, CRITICAL), ('WARNINGS', WARNING, ERROR), ('INFOS', INFO, WARNING), ('DEBUGS', 0, INFO))
    body = ''
    for title, lowest, limit in groups:
        told = sorted(str(message) for message in heard if lowest <= message.level < limit)
        if told:
            body += f'\n{title}:\n' + '\n'.join(told) + '\n'
    head = 'System check identified some issues:\n' if body else ''
    foot = ''
    if has_count:
        count = {0: 'no issues', 1: '1 issue'}.get(len(heard), f'{len(heard)} issues')
        foot = ('\n' if body else '') + f'System check identified {count} ({len(found) - len(heard)} silenced).'
    return head + body + foot, any(message.is_serious() for message in heard)
