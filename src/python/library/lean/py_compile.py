"""A part of py_compile: whether a file compiles. No .pyc file is written, as no interpreter would read it."""
import enum
import sys
import traceback

__all__ = ['PyCompileError', 'PycInvalidationMode', 'compile']

_compile = compile


class PyCompileError(Exception):
    """Raised when a file does not compile."""

    def __init__(self, exc_type, exc_value, file, msg=''):
        exc_type_name = exc_type.__name__
        if exc_type is SyntaxError:
            text = ''.join(traceback.format_exception_only(exc_type, exc_value)).replace('File "<string>"', f'File "{file}"')
        else:
            text = f'Sorry: {exc_type_name}: {exc_value}'
        Exception.__init__(self, msg or text, exc_type_name, exc_value, file)
        self.exc_type_name = exc_type_name
        self.exc_value = exc_value
        self.file = file
        self.msg = msg or text

    def __str__(self):
        return self.msg


class PycInvalidationMode(enum.Enum):
    TIMESTAMP = 1
    CHECKED_HASH = 2
    UNCHECKED_HASH = 3


def compile(file, cfile=None, dfile=None, doraise=False, optimize=-1, invalidation_mode=None, quiet=0):
    """Compile a file. Gives None, as where nothing could be written."""
    with open(file, 'rb') as stream:
        source = stream.read()
    try:
        _compile(source, dfile or file, 'exec', dont_inherit=True)
    except Exception as error:
        failure = PyCompileError(error.__class__, error, dfile or file)
        if quiet < 2:
            if doraise:
                raise failure
            sys.stderr.write(failure.msg + '\n')
    return None
