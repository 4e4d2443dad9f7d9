"""The module array: numbers of one C type in a row, over a list and struct."""
import struct as _struct
from operator import index as _index
from types import GenericAlias as _GenericAlias

__all__ = ['ArrayType', 'array', 'typecodes']

typecodes = 'bBuwhHiIlLqQfd'
_SIZES = {code: _struct.calcsize(code) for code in 'bBhHiIlLqQfd'} | {'u': 4, 'w': 4}


class array:
    """array(typecode [, initializer]) -> array"""

    __slots__ = ('typecode', 'itemsize', '_items', '__weakref__')

    def __new__(cls, typecode, initializer=None, /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in _SIZES:
            raise ValueError('bad typecode (must be b, B, u, w, h, H, i, I, l, L, q, Q, f or d)')
        if isinstance(initializer, str) and typecode not in 'uw':
            raise TypeError(f"cannot use a str to initialize an array with typecode '{typecode}'")
        self = object.__new__(cls)
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        elif initializer is not None:
            self.extend(initializer if not isinstance(initializer, array) else list(initializer))
        return self

    def _checked(self, value):
        code = self.typecode
        if code in 'uw':
            if not isinstance(value, str) or len(value) != 1:
                raise TypeError('array item must be a unicode character, not ' + type(value).__name__)
            return value
        if code in 'fd':
            if not hasattr(value, '__float__') and not hasattr(value, '__index__'):
                raise TypeError('must be real number, not ' + type(value).__name__)
            return _struct.unpack(code, _struct.pack(code, value))[0]
        value = _index(value)
        bits = self.itemsize * 8
        low, high = (0, 2 ** bits - 1) if code.isupper() else (-2 ** (bits - 1), 2 ** (bits - 1) - 1)
        if value < low:
            raise OverflowError(_LOW.get(code, "can't convert negative value to unsigned int"))
        if value > high:
            raise OverflowError(_HIGH.get(code, 'int too large to convert'))
        return value

    def append(self, value, /):
        self._items.append(self._checked(value))

    def extend(self, values, /):
        if isinstance(values, array) and values.typecode != self.typecode:
            raise TypeError('can only extend with array of same kind')
        for value in values:
            self.append(value)

    def fromlist(self, values, /):
        if not isinstance(values, list):
            raise TypeError('arg must be list')
        self._items += [self._checked(value) for value in values]

    def frombytes(self, data, /):
        data = bytes(data)
        if len(data) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        if self.typecode in 'uw':
            self._items += data.decode('utf-32-le')
        else:
            self._items += _struct.unpack(f'{len(data) // self.itemsize}{self.typecode}', data)

    def tobytes(self):
        if self.typecode in 'uw':
            return ''.join(self._items).encode('utf-32-le')
        return _struct.pack(f'{len(self._items)}{self.typecode}', *self._items)

    def tolist(self):
        return list(self._items)

    def tounicode(self):
        return ''.join(self._items)

    def insert(self, i, value, /):
        self._items.insert(i, self._checked(value))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        try:
            return self._items.pop(i)
        except IndexError:
            raise IndexError('pop index out of range') from None

    def remove(self, value, /):
        try:
            self._items.remove(value)
        except ValueError:
            raise ValueError('array.remove(x): x not in array') from None

    def index(self, value, start=0, stop=None, /):
        try:
            return self._items.index(value, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def count(self, value, /):
        return self._items.count(value)

    def reverse(self):
        self._items.reverse()

    def byteswap(self):
        if self.itemsize > 1:
            self._items = list(_struct.unpack(f'>{len(self._items)}{self.typecode}', self.tobytes()))

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        return iter(self._items)

    def __contains__(self, value):
        return value in self._items

    def _like(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._like(self._items[key])
        try:
            return self._items[_index(key)]
        except IndexError:
            raise IndexError('array index out of range') from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError(f'can only assign array (not "{type(value).__name__}") to array slice')
            self._items[key] = value._items
            return
        try:
            self._items[_index(key)] = self._checked(value)
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __delitem__(self, key):
        del self._items[key]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only append array (not "{type(other).__name__}") to array')
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._like(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError(f'can only extend with array (not "{type(other).__name__}")')
        self.extend(other)
        return self

    def __mul__(self, count):
        return self._like(self._items * count)

    __rmul__ = __mul__

    def __imul__(self, count):
        self._items *= count
        return self

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return f'array({self.typecode!r})'
        return f'array({self.typecode!r}, {self.tounicode() if self.typecode in "uw" else self._items!r})'

    def __copy__(self):
        return self._like(list(self._items))

    def __deepcopy__(self, memo):
        return self._like(list(self._items))

    def __reduce_ex__(self, protocol):
        return array, (self.typecode, self.tolist())

    def __buffer__(self, flags):
        return memoryview(self.tobytes())

    __class_getitem__ = classmethod(_GenericAlias)


_LOW = {'b': 'signed char is less than minimum', 'B': 'unsigned byte integer is less than minimum',
        'h': 'signed short integer is less than minimum', 'H': 'unsigned short is less than minimum',
        'i': 'signed integer is less than minimum'}
_HIGH = {'b': 'signed char is greater than maximum', 'B': 'unsigned byte integer is greater than maximum',
         'h': 'signed short integer is greater than maximum', 'H': 'unsigned short is greater than maximum',
         'i': 'signed integer is greater than maximum', 'I': 'unsigned int is greater than maximum'}
ArrayType = array
