"""array: kinds of items, their limits, lists of them cut and changed, bytes in and out."""
import copy
import io
import pickle
import struct
from array import array, typecodes, ArrayType
from collections.abc import MutableSequence, Sequence


def told(operation):
    try:
        print(repr(operation()))
    except Exception as error:
        print(type(error).__name__, '|', error)


print(typecodes, ArrayType is array, array, isinstance(array('i'), MutableSequence))
for code in 'bBhHiIqQfdw':
    numbers = array(code, 'aé😀' if code == 'w' else [1, 2, 3])
    print(code, numbers, numbers.itemsize, len(numbers), numbers.tobytes(), array(code))
a = array('i', range(6))
print(a[0], a[-1], a[1:4], a[::2], a[::-1], 3 in a, '3' in a, a.index(4), a.count(2), list(reversed(a)), sum(a), max(a))
a[1:3] = array('i', [10, 20, 30])
a[0] = -5
del a[-1]
a.append(7)
a.extend([8, 9])
a.extend(array('i', [1]))
a.insert(-100, 0)
a.insert(2, 77)
print(a, a.pop(), a.pop(0), a)
a.remove(77)
a.reverse()
a[::2] = array('i', [0] * len(a[::2]))
print(a, a + a[:1], a[:2] * 2, 2 * a[:1], a == array('i', a), a == array('d', a), a < array('i', [99]), a != [0])
a += array('i', [5])
a *= 2
del a[::3]
print(a, a.tolist())
a.fromlist([1, 2])
a.frombytes(struct.pack('<2i', 256, -1))
a.byteswap()
print(a[-2:], a.tobytes()[-8:])
a.clear()
print(a, bool(a), array('d', (0.5, 1)), array('f', [0.1])[0], array('B', b'ab'), array('H', bytearray(b'abcd')), array('q', [2**40]))
d = array('d', [1.5, float('inf')])
print(copy.copy(d), copy.deepcopy(d), pickle.loads(pickle.dumps(d)), bytes(d)[:3], array('w', 'añ').tounicode())
stream = io.BytesIO()
array('H', [1, 2, 3]).tofile(stream)
stream.seek(0)
fresh = array('H')
fresh.fromfile(stream, 2)
print(fresh)
told(lambda: fresh.fromfile(stream, 5))
print(fresh)
match array('b', [1, 2, 3]):
    case [first, *rest]:
        print(first, rest)


class Named(array):
    pass


n = Named('i', [1])
n.name = 'n'
print(n, type(n[:]).__name__, n.name, pickle.loads(pickle.dumps(n)).name, array[int])

for operation in (
    lambda: array(), lambda: array(1), lambda: array('ab'), lambda: array('x'), lambda: array('i', 5), lambda: array('i', 'a'), lambda: array('i', [1.5]),
    lambda: array('i', ['a']), lambda: array('b', [128]), lambda: array('b', [-129]), lambda: array('B', [256]), lambda: array('B', [-1]),
    lambda: array('h', [1 << 15]), lambda: array('H', [1 << 16]), lambda: array('H', [-1]), 
    lambda: array('I', [-1]), lambda: array('q', [1 << 63]), lambda: array('Q', [-1]), lambda: array('f', ['a']), lambda: array('w', ['ab']), lambda: array('w', [1]),
    lambda: array('i', b'abc'), lambda: array('i')[0], lambda: array('i')['a'], lambda: array('i').pop(), lambda: array('i', [1]).pop(5),
    lambda: array('i').remove(1), lambda: array('i').index(1), lambda: array('i') + [1], lambda: array('i') + array('d'), lambda: array('i') * 1.5,
    lambda: array('i').__iadd__([1]), lambda: array('i').extend(array('d')), lambda: array('i').extend(5), lambda: array('i', [1]).__setitem__(slice(0, 1), [2]),
    lambda: array('i', [1, 2]).__setitem__(slice(None, None, 2), array('i')), lambda: array('i').__setitem__(0, 1), lambda: array('i').fromlist((1,)),
    lambda: array('i').tounicode(), lambda: array('i').fromunicode('a'), lambda: hash(array('i')), lambda: array('i').missing, lambda: array('i') < 1,
    lambda: array('i', [1], x=1), lambda: array('i', [1], [2]), lambda: array('i').append(), lambda: array('i').frombytes('a'), lambda: array('i').insert('a', 1),
):
    told(operation)

print('-- memoryview')
numbers = array('i', [1, 2, 3, 4])
view = memoryview(numbers)
print(view.format, view.itemsize, view.nbytes, view.shape, view.strides, view.ndim, view.readonly, view.contiguous, len(view), view.tolist())
view[0] = 100
view[1:3] = array('i', [7, 8])
print(numbers, view[-1], view[::2].tolist(), view[::2].strides, view[::2].contiguous, view == numbers, view == array('d', [100, 7, 8, 4]), view[1:] == [7])
raw = view.cast('B')
print(raw.tolist(), raw[:4].cast('i')[0], raw.format, view.tobytes() == numbers.tobytes(), view.count(7), view.index(8), view.toreadonly().readonly)
data = bytearray(8)
memoryview(data).cast('H')[1] = 513
memoryview(data).cast('d')
struct.pack_into('<h', numbers, 0, -2)
print(data, numbers[0], memoryview(b'abc')[1:].tobytes(), memoryview(b'abc').hex(), hash(memoryview(b'ab')) == hash(b'ab'), [*memoryview(b'ab')])
frozen = memoryview(data).toreadonly()
data[0] = 9
print(frozen[0])
for operation in (
    lambda: view.__setitem__(0, 1 << 40), lambda: view.__setitem__(0, 'a'), lambda: view.__setitem__(slice(0, 1), b'abcd'), lambda: view[9], lambda: view['a'],
    lambda: view.cast('d'), lambda: raw[:3].cast('i'), lambda: raw.cast('x'), lambda: raw[::2].cast('i'), lambda: raw.cast(5), lambda: hash(view),
    lambda: frozen.__setitem__(0, 1), lambda: memoryview(5), lambda: memoryview(b'a').__setitem__(0, 1), lambda: view.index(99), lambda: memoryview(bytearray(1)).__setitem__(0, 256),
    lambda: view.__delitem__(0), lambda: memoryview(bytearray(8)).cast('f').__setitem__(0, 'x'),
):
    told(operation)
view.release()
told(lambda: view[0])

print('-- struct')
for form, values in (('e', [1.5]), ('<e', [65504.0]), ('>e', [-2**-24]), ('e', [float('inf')]), ('<3e', [0.1, 1e-8, 2049.0]), ('10p', [b'hello']), ('3p', [b'hello']),
                     ('<bBhHiIqQ?c', [-1, 255, -2, 65535, -3, 2**32 - 1, -4, 2**64 - 1, True, b'x']), ('!fd', [0.5, 1.25]), ('@bi', [1, 2]), ('<2s3xh', [b'abc', 7])):
    packed = struct.pack(form, *values)
    print(form, packed, struct.unpack(form, packed), struct.calcsize(form))
for operation in (
    lambda: struct.pack('e', 1e6), lambda: struct.pack('f', 1e40), lambda: struct.pack('d', 'a'), lambda: struct.pack('i', 'a'), lambda: struct.pack('i', 1.0),
    lambda: struct.pack('b', 200), lambda: struct.pack('H', -1), lambda: struct.pack('<Q', 1 << 64), lambda: struct.pack('c', 'a'), lambda: struct.pack('s', 'a'),
    lambda: struct.pack('2i', 1), lambda: struct.unpack('i', b'abc'), lambda: struct.unpack_from('i', b'abcdef', 4), lambda: struct.unpack_from('i', b'abcdef', -2),
    lambda: struct.unpack_from('i', b'abcdef', -20), lambda: struct.pack_into('i', bytearray(3), 0, 1), lambda: struct.pack_into('i', b'abcd', 0, 1),
    lambda: struct.calcsize('z'), lambda: struct.calcsize('3'), lambda: struct.calcsize('a\0'), lambda: struct.pack('P', 1.5), lambda: list(struct.iter_unpack('h', b'abc')),
    lambda: struct.Struct(5), lambda: struct.Struct('<2h').pack(1, 2), lambda: struct.Struct('<2h'), lambda: struct.Struct('h').size,
):
    told(operation)
