"""doctest: examples of docstrings are run and compared.

>>> double(4)
8
>>> for n in range(3):
...     print(double(n))
0
2
4
>>> double()
Traceback (most recent call last):
...
TypeError: double() missing 1 required positional argument: 'n'
>>> [double(n) for n in range(20)]  # doctest: +ELLIPSIS
[0, 2, ..., 38]
>>> None
>>> double('a')
'aa '
"""
import doctest
import sys


def double(n):
    """Twice as much.

    >>> double(21)
    42
    """
    return n + n


class Box:
    """
    >>> Box(3).value
    3
    """

    def __init__(self, value):
        self.value = value

    def doubled(self):
        """
        >>> Box(3).doubled()
        7
        """
        return self.value * 2


print(doctest.testmod())
finder = doctest.DocTestFinder()
for test in finder.find(Box, "Box"):
    print(test.name, len(test.examples))
parser = doctest.DocTestParser()
print([(example.source, example.want) for example in parser.get_examples(double.__doc__)])

sys.displayhook(None)
sys.displayhook([1])
import builtins
print(builtins._)
