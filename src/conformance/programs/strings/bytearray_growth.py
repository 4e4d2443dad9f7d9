"""bytearrays that grow: what was seen of them before stays what it was."""
b = bytearray()
for i in range(30000):
    b.append(i & 255)
for i in range(5000):
    b += b'xy'
b.extend(b[:10])
b.extend(range(3))
print(len(b), sum(b), bytes(b[-8:]))
c = bytearray(b'ab')
before, view, twin = bytes(c), memoryview(bytes(c)), bytearray(c)
c.append(99)
part = c[:]
c.append(100)
del c[-1]
c.append(101)
c.extend(c)
part.append(1)
twin.append(2)
print(before, view.tobytes(), twin, part, c)
e = bytearray(b'12')
f = bytearray(e)
e.append(51)
f.append(52)
print(e, f)
e.clear()
e.append(1)
e[:] = b'xyz'
e.append(2)
print(e.pop(), e, e.find(b'z'))
e.insert(0, 65)
e.reverse()
e *= 2
e.append(66)
e[2:4] = b''
e.append(67)
print(e)
for wrong in (lambda: e.append(256), lambda: e.append('a'), lambda: e.extend('a'), lambda: e.extend([300]), lambda: e.__iadd__(5), lambda: e.__iadd__(e)):
    try:
        wrong()
    except Exception as error:
        print(type(error).__name__, error)
print(e)
