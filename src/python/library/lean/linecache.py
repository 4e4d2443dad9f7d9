"""Cache lines from Python source files. The text of every module that was compiled is known to the interpreter."""
import _sources

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}
_interactive_cache = {}


def clearcache():
    cache.clear()


def getline(filename, lineno, module_globals=None):
    lines = getlines(filename, module_globals)
    if 1 <= lineno <= len(lines):
        return lines[lineno - 1]
    return ''


def getlines(filename, module_globals=None):
    if filename in cache:
        entry = cache[filename]
        if len(entry) != 1:
            return entry[2]
    return updatecache(filename, module_globals)


def updatecache(filename, module_globals=None):
    text = _sources.text(filename)
    if text is None:
        return []
    lines = text.splitlines(True)
    if lines and not lines[-1].endswith('\n'):
        lines[-1] += '\n'
    cache[filename] = len(text), None, lines, filename
    return lines


def checkcache(filename=None):
    pass


def lazycache(filename, module_globals):
    return False


def _getline_from_code(code, lineno):
    return ''


def _getlines_from_code(code):
    return []


def _register_code(code, string, name):
    pass
