"""Styles of the output of commands: it goes to no terminal that has colours, so that each leaves its text alone."""


class Style:
    def __getattr__(self, name):
        if name.isupper():
            return str
        raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')


def no_style():
    return Style()


def color_style(force_color=False):
    return Style()
