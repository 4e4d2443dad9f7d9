b = b'Hello\x00\xff\n'
print(b, len(b), b[0], b[1:3], b[-1], list(b[:3]), b.hex(), b.hex(' '), b.hex(':', 2), bytes.fromhex('48 65 6c'), bytes(3), bytes([65, 66]), bytes('é', 'utf-8'))
print(b'abc' + b'd', b'ab' * 2, b'b' in b'abc', 98 in b'abc', b'abc' < b'abd', b'abc'.upper(), b'a,b'.split(b','), b'-'.join([b'x', b'y']), b' x '.strip(), b'abc'.find(b'c'), b'abc'.replace(b'a', b'zz'), b'abc'.startswith(b'a'))
print(b'%d %s %r' % (1, b'x', 'q'), b'abc'.decode(), b'\xff'.decode('latin-1'), b'\xff\xfe'.decode('utf-8', 'replace'), b'\xffa'.decode('utf-8', 'ignore'), b'\xff'.decode('ascii', 'backslashreplace'), repr(b'\'"'), repr(b"'"))
ba = bytearray(b'abc')
ba[0] = 65
ba.append(100)
ba += b'ef'
ba[1:3] = b'XYZ'
print(ba, ba.pop(), ba.decode(), bytes(ba), len(ba), ba == b'AXYZde', ba.find(b'Z'))
del ba[0]
ba.extend([1, 2]); ba.reverse(); ba.insert(0, 9)
print(ba, list(ba))
m = memoryview(b'abcdef')
print(m[1:3].tobytes(), len(m), m[0], bytes(m[::2]), m.readonly)
print((258).to_bytes(2, 'big'), (258).to_bytes(4, 'little'), int.from_bytes(b'\x01\x02', 'big'), (-1).to_bytes(2, 'big', signed=True), int.from_bytes(b'\xff\xfe', 'big', signed=True), (5).to_bytes())
for f in (lambda: b'a' + 'b', lambda: bytes([300]), lambda: bytes(-1), lambda: bytes('a'), lambda: b'a'[5], lambda: bytearray(b'a').pop(7), lambda: b'a'.join(['x']), lambda: 'a' in b'abc', lambda: bytes.fromhex('4'), lambda: (256).to_bytes(1, 'big'), lambda: (-1).to_bytes(1, 'big'), lambda: b'\xe9'.decode(), lambda: b'a\x80'.decode('ascii')):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(b'a' == 'a', {b'a': 1}[b'a'], [*b'ab'], b'AbC'.swapcase(), b'abc'.islower(), b'x'.ljust(3, b'.'), b'a\nb'.splitlines(), b'abc'.translate(bytes.maketrans(b'a', b'z')), b'12'.isdigit())
