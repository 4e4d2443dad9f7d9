"""Things that are made when they are first used."""

import copy
import operator
from functools import cached_property as _cached_property

empty = object()


class cached_property(_cached_property):
    """As that of functools; `name` was needed once."""

    def __init__(self, func, name=None):
        super().__init__(func)
        self.func = func


def _on_wrapped(operation):
    def method(self, *args):
        if self._wrapped is empty:
            self._setup()
        return operation(self._wrapped, *args)

    return method


class LazyObject:
    """Stands for another object, which `_setup()` makes and puts into `_wrapped`."""

    _wrapped = None

    def __init__(self):
        self._wrapped = empty

    __getattr__ = _on_wrapped(getattr)

    def __setattr__(self, name, value):
        if name == '_wrapped':
            self.__dict__['_wrapped'] = value
            return
        if self._wrapped is empty:
            self._setup()
        setattr(self._wrapped, name, value)

    def __delattr__(self, name):
        if name == '_wrapped':
            raise TypeError("can't delete _wrapped.")
        if self._wrapped is empty:
            self._setup()
        delattr(self._wrapped, name)

    def _setup(self):
        raise NotImplementedError('subclasses of LazyObject must provide a _setup() method')

    __bytes__ = _on_wrapped(bytes)
    __str__ = _on_wrapped(str)
    __bool__ = _on_wrapped(bool)
    __dir__ = _on_wrapped(dir)
    __class__ = property(_on_wrapped(operator.attrgetter('__class__')))
    __eq__ = _on_wrapped(operator.eq)
    __lt__ = _on_wrapped(operator.lt)
    __gt__ = _on_wrapped(operator.gt)
    __ne__ = _on_wrapped(operator.ne)
    __hash__ = _on_wrapped(hash)
    __getitem__ = _on_wrapped(operator.getitem)
    __setitem__ = _on_wrapped(operator.setitem)
    __delitem__ = _on_wrapped(operator.delitem)
    __iter__ = _on_wrapped(iter)
    __len__ = _on_wrapped(len)
    __contains__ = _on_wrapped(operator.contains)


class SimpleLazyObject(LazyObject):
    """Stands for what the function returns."""

    def __init__(self, func):
        self.__dict__['_setupfunc'] = func
        super().__init__()

    def _setup(self):
        self._wrapped = self._setupfunc()

    def __repr__(self):
        return f'<SimpleLazyObject: {self._setupfunc if self._wrapped is empty else self._wrapped!r}>'

    def __copy__(self):
        return SimpleLazyObject(self._setupfunc) if self._wrapped is empty else copy.copy(self._wrapped)


class _LazyText:
    """A text that is made anew whenever it is looked at."""

    def __init__(self, make):
        self._make = make

    def __str__(self):
        return str(self._make())

    def __repr__(self):
        return repr(str(self))

    def __eq__(self, other):
        return str(self) == str(other) if isinstance(other, (_LazyText, str)) else NotImplemented

    def __hash__(self):
        return hash(str(self))

    def __getattr__(self, name):
        return getattr(str(self), name)

    def __add__(self, other):
        return str(self) + other

    def __radd__(self, other):
        return other + str(self)

    def __mod__(self, values):
        return str(self) % values

    def __len__(self):
        return len(str(self))


def lazystr_of(make):
    return _LazyText(make)


def lazystr(text):
    return _LazyText(lambda: text)


def lazy(func, *resultclasses):
    return lambda *args, **kwargs: _LazyText(lambda: func(*args, **kwargs))
