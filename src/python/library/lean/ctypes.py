"""A part of ctypes: C numbers, arrays and structures in memory of their own or in a buffer. There is no library to call."""
import struct as _struct

__all__ = ['Array', 'Structure', 'addressof', 'alignment', 'byref', 'memset', 'pointer', 'sizeof']


def _place(size):
    return memoryview(bytearray(size))


class _CData:
    """Bytes somewhere, read and written as `_size_` of them."""
    _size_ = 0
    _align_ = 1

    @classmethod
    def _at(cls, memory):
        self = object.__new__(cls)
        self._memory = memory
        return self

    @classmethod
    def from_buffer(cls, source, offset=0):
        view = memoryview(source)
        if view.readonly:
            raise TypeError('underlying buffer is not writable')
        if len(view) - offset < cls._size_:
            raise ValueError(f'Buffer size too small ({len(view)} instead of at least {cls._size_ + offset} bytes)')
        return cls._at(view[offset:offset + cls._size_])

    @classmethod
    def from_buffer_copy(cls, source, offset=0):
        return cls.from_buffer(bytearray(memoryview(source)[offset:offset + cls._size_]))

    def __buffer__(self, flags):
        return memoryview(self._memory)

    def __bytes__(self):
        return bytes(self._memory)

    def __reduce__(self):
        raise ValueError('ctypes objects containing pointers cannot be pickled')


class _Type(type):
    def __mul__(cls, length):
        if not isinstance(length, int):
            raise TypeError("can't multiply sequence by non-int")
        if length < 0:
            raise ValueError('Array length must be >= 0, not %d' % length)
        key = cls, length
        if key not in _arrays:
            _arrays[key] = _ArrayType(f'{cls.__name__}_Array_{length}', (Array,), {'_type_': cls, '_length_': length})
        return _arrays[key]

    __rmul__ = __mul__


_arrays = {}


class _SimpleCData(_CData, metaclass=_Type):
    def __init__(self, value=None):
        if '_memory' not in self.__dict__:
            self._memory = _place(self._size_)
        if value is not None:
            self.value = value

    @property
    def value(self):
        return _load(type(self), self._memory)

    @value.setter
    def value(self, value):
        _store(type(self), self._memory, value)

    def __bool__(self):
        return bool(self.value)

    def __repr__(self):
        return f'{type(self).__name__}({self.value!r})'


def _load(cls, memory):
    code = cls._type_
    if code == 'c':
        return bytes(memory)
    if code == 'u':
        return bytes(memory).decode('utf-32-le')
    return _struct.unpack(code, memory)[0]


def _store(cls, memory, value):
    code = cls._type_
    if isinstance(value, cls):
        value = value.value
    if code == 'c':
        if isinstance(value, int) and 0 <= value < 256:
            value = bytes([value])
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise TypeError('one character bytes, bytearray, or an integer in range(256) expected')
        memory[:] = bytes(value)
    elif code == 'u':
        if not isinstance(value, str):
            raise TypeError(f'a unicode character expected, not {type(value).__name__}')
        memory[:] = value.encode('utf-32-le')
    elif code in 'fd':
        if isinstance(value, (str, bytes)) or not (hasattr(value, '__float__') or hasattr(value, '__index__')):
            raise TypeError('must be real number, not ' + type(value).__name__)
        memory[:] = _struct.pack(code, value)
    elif code == '?':
        memory[:] = _struct.pack(code, bool(value))
    else:
        if not isinstance(value, int):
            raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer")
        memory[:] = (value % (1 << 8 * cls._size_)).to_bytes(cls._size_, 'little')


def _simple(name, code):
    size = 4 if code == 'u' else _struct.calcsize(code)
    cls = _Type(name, (_SimpleCData,), {'_type_': code, '_size_': size, '_align_': size, '__module__': 'ctypes'})
    __all__.append(name)
    return cls


c_bool = _simple('c_bool', '?')
c_char = _simple('c_char', 'c')
c_wchar = _simple('c_wchar', 'u')
c_byte = c_int8 = _simple('c_byte', 'b')
c_ubyte = c_uint8 = _simple('c_ubyte', 'B')
c_short = c_int16 = _simple('c_short', 'h')
c_ushort = c_uint16 = _simple('c_ushort', 'H')
c_int = c_int32 = _simple('c_int', 'i')
c_uint = c_uint32 = _simple('c_uint', 'I')
c_long = c_int64 = c_longlong = c_ssize_t = _simple('c_long', 'l')
c_ulong = c_uint64 = c_ulonglong = c_size_t = _simple('c_ulong', 'L')
c_float = _simple('c_float', 'f')
c_double = _simple('c_double', 'd')
__all__ += ['c_int8', 'c_uint8', 'c_int16', 'c_uint16', 'c_int32', 'c_uint32', 'c_int64', 'c_uint64', 'c_longlong',
            'c_ulonglong', 'c_size_t', 'c_ssize_t']


def _read(cls, memory):
    """What a field or an item gives: numbers as such, the rest as objects over the same memory."""
    return _load(cls, memory) if issubclass(cls, _SimpleCData) and cls.__base__ is _SimpleCData else cls._at(memory)


def _write(cls, memory, value):
    if issubclass(cls, _SimpleCData):
        _store(cls, memory, value)
    elif isinstance(value, cls):
        memory[:] = value._memory
    elif isinstance(value, tuple):
        memory[:] = cls(*value)._memory
    else:
        raise TypeError(f'expected {cls.__name__} instance, got {type(value).__name__}')


class _ArrayType(_Type):
    def __init__(cls, name, bases, names):
        super().__init__(name, bases, names)
        if '_length_' in names:
            cls._size_ = cls._type_._size_ * cls._length_
            cls._align_ = cls._type_._align_


class Array(_CData, metaclass=_ArrayType):
    """Abstract base class for arrays."""

    def __init__(self, *values):
        if len(values) > self._length_:
            raise IndexError('invalid index')
        if '_memory' not in self.__dict__:
            self._memory = _place(self._size_)
        for index, value in enumerate(values):
            self[index] = value

    def __len__(self):
        return self._length_

    def _item(self, index):
        if index < 0:
            index += self._length_
        if not 0 <= index < self._length_:
            raise IndexError('invalid index')
        size = self._type_._size_
        return self._memory[index * size:(index + 1) * size]

    def __getitem__(self, key):
        if isinstance(key, slice):
            items = [self[index] for index in range(*key.indices(self._length_))]
            return b''.join(items) if self._type_ is c_char else ''.join(items) if self._type_ is c_wchar else items
        return _read(self._type_, self._item(key))

    def __setitem__(self, key, value):
        if not isinstance(key, slice):
            _write(self._type_, self._item(key), value)
            return
        indices = range(*key.indices(self._length_))
        if len(indices) != len(value):
            raise ValueError('Can only assign sequence of same size')
        for index, item in zip(indices, value):
            self[index] = item

    def __iter__(self):
        for index in range(self._length_):
            yield self[index]

    @property
    def raw(self):
        return bytes(self._memory)

    @raw.setter
    def raw(self, value):
        if len(value) > self._size_:
            raise ValueError('byte string too long')
        self._memory[:len(value)] = bytes(value)

    @property
    def value(self):
        text = self[:]
        zero = '\0' if self._type_ is c_wchar else b'\0'
        return text.partition(zero)[0]

    @value.setter
    def value(self, value):
        if len(value) > self._length_:
            raise ValueError('byte string too long')
        for index in range(len(value)):
            self[index] = value[index]
        if len(value) < self._length_:
            self[len(value)] = '\0' if self._type_ is c_wchar else b'\0'


class _Field:
    def __init__(self, cls, offset):
        self.type = cls
        self.offset = offset
        self.size = cls._size_

    def __get__(self, instance, owner):
        if instance is None:
            return self
        return _read(self.type, instance._memory[self.offset:self.offset + self.size])

    def __set__(self, instance, value):
        _write(self.type, instance._memory[self.offset:self.offset + self.size], value)


class _StructureType(_Type):
    def __init__(cls, name, bases, names):
        super().__init__(name, bases, names)
        if '_fields_' in names:
            cls._lay_out(names['_fields_'])

    def __setattr__(cls, name, value):
        super().__setattr__(name, value)
        if name == '_fields_':
            cls._lay_out(value)

    def _lay_out(cls, fields):
        offset = cls.__base__._size_
        align = 1
        for name, kind in fields:
            align = max(align, kind._align_)
            offset = -(-offset // kind._align_) * kind._align_
            super().__setattr__(name, _Field(kind, offset))
            offset += kind._size_
        super().__setattr__('_align_', align)
        super().__setattr__('_size_', -(-offset // align) * align)


class Structure(_CData, metaclass=_StructureType):
    """Structure base class"""

    def __init__(self, *values, **named):
        if '_memory' not in self.__dict__:
            self._memory = _place(self._size_)
        names = [field[0] for field in self._fields_]
        if len(values) > len(names):
            raise TypeError('too many initializers')
        for name, value in [*zip(names, values), *named.items()]:
            if name in names[:len(values)] and name in named:
                raise TypeError(f'duplicate values for field {name!r}')
            setattr(self, name, value)


def sizeof(obj_or_type, /):
    return obj_or_type._size_


def alignment(obj_or_type, /):
    return obj_or_type._align_


def addressof(obj, /):
    """Something to be given to memset; there are no addresses."""
    return obj._memory


def memset(dst, c, count):
    dst[:count] = bytes([c]) * count
    return dst


class pointer:
    def __init__(self, obj, /):
        self.contents = obj

    def __getitem__(self, index):
        return _read(type(self.contents), self.contents._memory)

    def __setitem__(self, index, value):
        self.contents._memory[:] = value._memory


def byref(obj, offset=0, /):
    return pointer(obj)


def create_string_buffer(init, size=None):
    if isinstance(init, bytes):
        buffer = (c_char * (len(init) + 1 if size is None else size))()
        buffer.value = init
        return buffer
    return (c_char * init)()
