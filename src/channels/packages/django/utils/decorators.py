"""Decorators of views, for methods."""

from functools import partial, wraps


def method_decorator(decorator, name=''):
    """On a method, or on a class for its method of that name. `decorator`: one, or several."""
    def decorate(thing):
        if not isinstance(thing, type):
            return _decorated(decorator, thing)
        if not name or not hasattr(thing, name):
            raise ValueError(f"The keyword argument `name` must be the name of a method of the decorated class: {thing}. Got '{name}' instead.")
        setattr(thing, name, _decorated(decorator, getattr(thing, name)))
        return thing

    return decorate


def _decorated(decorator, method):
    decorators = decorator if hasattr(decorator, '__iter__') else [decorator]

    @wraps(method)
    def call(self, *args, **kwargs):
        bound = partial(method.__get__(self, type(self)))
        bound.__name__ = method.__name__
        for one in reversed(list(decorators)):
            bound = one(bound)
        return bound(*args, **kwargs)

    for one in reversed(list(decorators)):
        probe = one(lambda *args, **kwargs: None)
        call.__dict__.update({key: value for key, value in vars(probe).items() if key != '__wrapped__'})
    return call


classonlymethod = classmethod


def sync_only_middleware(func):
    func.sync_capable, func.async_capable = True, False
    return func


def async_only_middleware(func):
    func.sync_capable, func.async_capable = False, True
    return func


def sync_and_async_middleware(func):
    func.sync_capable, func.async_capable = True, True
    return func
