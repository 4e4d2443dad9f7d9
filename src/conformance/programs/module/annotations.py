"""Annotations of a module are computed at the first look (PEP 649) and can be replaced."""

import sys
import types

count: int = 1
names: "list[str]"
this = sys.modules["__main__"]


def attempt(action):
    try:
        return action()
    except Exception as error:
        return f"{type(error).__name__}: {error}"


print(attempt(lambda: __annotations__))
print(this.__annotations__, this.__annotations__ is this.__annotations__)
print(attempt(lambda: __annotations__))
print(callable(this.__annotate__), this.__annotate__(1))
this.__annotations__ = {"replaced": str}
print(this.__annotations__, this.__annotate__)
del this.__annotations__
print(this.__annotations__)

empty = types.ModuleType("empty")
print("__annotations__" in vars(empty), empty.__annotations__, "__annotations__" in vars(empty))
del empty.__annotations__
print(attempt(lambda: delattr(empty, "__annotations__")))
print(empty.__annotate__, vars(empty).get("__annotate__", "absent"))
print(attempt(lambda: setattr(empty, "__annotate__", 5)))
print(attempt(lambda: delattr(empty, "__annotate__")))
empty.__annotate__ = lambda form: {"form": form}
print(empty.__annotations__)
empty.__annotate__ = lambda form: form
print(attempt(lambda: empty.__annotations__))
