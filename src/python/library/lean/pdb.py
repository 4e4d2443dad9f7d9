"""A part of pdb: the class that doctest builds on. Nobody is there to type commands at a prompt."""

__all__ = ['Pdb', 'post_mortem', 'pm', 'run', 'set_trace']


class Pdb:
    def __init__(self, completekey='tab', stdin=None, stdout=None, skip=None, nosigint=False, readrc=True, **options):
        self.stdout = stdout

    def reset(self):
        pass

    def set_continue(self):
        pass

    def set_trace(self, frame=None, *, commands=None):
        raise RuntimeError("there is no prompt to debug at; step through the run in the page instead")

    def trace_dispatch(self, frame, event, arg):
        return self.trace_dispatch

    def run(self, cmd, globals=None, locals=None):
        self.set_trace()


def set_trace(*, header=None, commands=None):
    Pdb().set_trace()


def post_mortem(t=None):
    Pdb().set_trace()


def pm():
    Pdb().set_trace()


def run(statement, globals=None, locals=None):
    Pdb().run(statement, globals, locals)
