"""Colours of tracebacks: there are none here."""

COLORIZE = False


class ANSIColors:
    def __getattr__(self, name):
        return ''


class _Theme:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return _sections.setdefault(name, _Section())


class _Section:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return ''

    def __getitem__(self, name):
        return ''


_sections = {}
_theme = _Theme()
NoColors = ANSIColors()


def get_colors(colorize=False, *, file=None):
    return NoColors


def can_colorize(*, file=None):
    return False


def get_theme(*, tty_file=None, force_color=False, force_no_color=False):
    return _theme


def set_theme(theme):
    pass


def decolor(text):
    return text
