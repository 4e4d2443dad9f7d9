"""Streams in memory, struct, re over buffers, weak references, operator and itertools: states, edges, errors."""
import copy, dataclasses, io, itertools, operator, pickle, re, struct, weakref
from collections.abc import Buffer


def show(*actions):
    for action in actions:
        try:
            print(action())
        except Exception as error:
            print(type(error).__name__, error)


b = io.BytesIO(b'ab\ncd\nef')
print(b.readlines(4), b.seek(-1, 2), b.read(), b.seek(20), b.write(b''), b.getvalue())
show(lambda: b.seek(1, -1), lambda: b.seek(-1), lambda: b.seek(-99, 1), lambda: b.__setstate__((1,)))
b.note = 'x'
again = pickle.loads(pickle.dumps(b))
print(again.getvalue(), again.tell(), again.note)
for newline in (None, '', '\n', '\r', '\r\n'):
    s = io.StringIO('a\nb\r\nc\rd', newline=newline)
    twin = pickle.loads(pickle.dumps(s))
    print(repr(newline), list(s), twin.read().encode(), s.readlines())
show(lambda: io.StringIO(newline='x'), lambda: io.StringIO(newline=b'x'))
s = io.StringIO()
s.close()
show(lambda: s.writelines([]), lambda: s.__getstate__())
data = bytearray(b'0123456789')
target = io.BytesIO(b'xyz').readinto(memoryview(data)[2:4])
print(target, data)

buffer = bytearray(8)
struct.pack_into('>HB', buffer, 1, 258, 3)
print(buffer, struct.Struct('<i').format, struct.Struct(b'<i'), struct.Struct('>h').pack_into(buffer, -2, 1), buffer)
show(lambda: struct.pack_into('i', buffer, 6, 1), lambda: struct.pack_into('i', buffer, -2, 1), lambda: struct.pack_into('b', buffer, -99, 1),
     lambda: struct.pack_into('b', b'x', 0, 1), lambda: struct.pack_into('b', buffer, 0), lambda: struct.pack('<f', 1e300))

print(re.search(b'l+', memoryview(b'hello')), re.sub(b'l', b'L', memoryview(b'hello')), re.split(rb',', bytearray(b'a,b')))


class Index:
    def __index__(self):
        return 1


print(re.match('(a)', 'a').group(Index()), re.match('(a)', 'a')[Index()])
show(lambda: type(re.match('', ''))())


class Exporter:
    def __init__(self):
        self.data = bytearray(b'abcd')

    def __buffer__(self, flags):
        return memoryview(self.data)


e = Exporter()
print(isinstance(b'', Buffer), isinstance('', Buffer), b'ab'.__buffer__(0).tobytes(), bytes(e), memoryview(e)[1], b'x' + e, b''.join([e, e]), int.from_bytes(e, 'big'), isinstance(e, Buffer), b'abcd'.find(e), io.BytesIO(e).read())


class Wrong:
    def __buffer__(self, flags):
        return 1


show(lambda: bytes(Wrong()))


@dataclasses.dataclass(slots=True, weakref_slot=True)
class Slotted:
    x: int


item = Slotted(1)
print(item.__weakref__)
r = weakref.ref(item)
print(item.__weakref__ is r, r() is item, Slotted.__slots__)

show(lambda: operator.itemgetter(1)([1, 2], a=1), lambda: operator.attrgetter('a')(1, b=2), lambda: operator.methodcaller('f')(1, b=2))
for getter in (operator.methodcaller('split', ','), operator.methodcaller('split', sep=',')):
    print(pickle.loads(pickle.dumps(getter))('a,b'), getter, copy.copy(getter)('c,d'))
print(list(itertools.islice('abc', 2**30)))
