"""doctest, importlib.util, sysconfig: what tools ask of the interpreter."""
import doctest
import importlib.util
import sys
import sysconfig


def square(x):
    """
    >>> square(2)
    4
    >>> square(3)
    10
    >>> square('a')
    Traceback (most recent call last):
    TypeError: can't multiply sequence by non-int of type 'str'
    """
    return x * x


print(doctest.testmod())
print(importlib.util.find_spec('heapq').name, importlib.util.find_spec('no_such_module'), importlib.util.find_spec('json').parent)
print(importlib.util.resolve_name('.b', 'a'), sysconfig.get_python_version())
spec = importlib.util.spec_from_loader('made', None)
module = importlib.util.module_from_spec(spec)
print(spec, module.__name__, module.__spec__ is spec)
sys.displayhook(3)
