"""`sys.maxsize` and its neighbours as index, limit, count and hint; one more does not fit."""

import sys
from collections import deque
from itertools import islice


def attempt(action):
    try:
        return repr(action())
    except Exception as error:
        return f"{type(error).__name__}: {str(error).replace(str(sys.maxsize), 'maxsize')}"


class Hinted:
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1])

    def __length_hint__(self):
        return self.hint


for name, n in (("max", sys.maxsize), ("max - 1", sys.maxsize - 1), ("min", -sys.maxsize - 1)):
    print(name)
    print(attempt(lambda: "a b c".split(None, n)), attempt(lambda: "a b c".rsplit(" ", n)), attempt(lambda: b"a b".split(None, n)))
    print(attempt(lambda: "aa".replace("a", "b", n)), attempt(lambda: b"aa".replace(b"a", b"b", n)))
    print(attempt(lambda: ()[n]), attempt(lambda: [][n]), attempt(lambda: "a"[n]), attempt(lambda: b"a"[n]), attempt(lambda: bytearray(1)[n]))
    print(attempt(lambda: [] * n), attempt(lambda: "" * n), attempt(lambda: b"" * n), attempt(lambda: () * n))
    print(attempt(lambda: [1].insert(n, 2)), attempt(lambda: [1].pop(n)), attempt(lambda: [1, 2][:n]))
    print(attempt(lambda: deque([1], n) if n > 0 else deque([1]).rotate(n)).split("maxlen")[0])
    print(attempt(lambda: list(islice([1, 2], n)) if n > 0 else "a".ljust(n)))
print(attempt(lambda: [3, 4] * sys.maxsize), attempt(lambda: "ab" * sys.maxsize))

for hint in (sys.maxsize * 10**20, -1, -sys.maxsize * 10**20, "many", NotImplemented):
    print(attempt(lambda: list(Hinted(hint))))
grown = [0]
grown.extend(Hinted(sys.maxsize))
print(grown)

huge = sys.maxsize * 10**20
print(attempt(lambda: "a b".split(None, huge)), attempt(lambda: [][huge]), attempt(lambda: "a"[-huge]), attempt(lambda: [1] * huge))
