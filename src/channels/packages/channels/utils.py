"""Names of things, for people who read logs."""
from types import FunctionType, MethodType


def name_that_thing(thing):
    """The dotted name of a function, of a method with its object's module, of a class; of any other object that of its class."""
    if isinstance(thing, MethodType):
        return f'{thing.__self__.__module__}.{thing.__name__}'
    if isinstance(thing, (FunctionType, type)):
        return f'{thing.__module__}.{thing.__name__}'
    return name_that_thing(type(thing))
