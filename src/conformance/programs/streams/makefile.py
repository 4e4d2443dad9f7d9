# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import socket

left, right = socket.socketpair()
with left, right:
    writer = left.makefile('w', encoding='utf-8', newline='\n')
    reader = right.makefile('r', encoding='utf-8')
    print('first', file=writer)
    print('zweite Zeile: äöü', file=writer, flush=True)
    print(repr(reader.readline()), repr(reader.readline()))
    binary = right.makefile('rb')
    left.sendall(b'\x00\x01\x02\x03end')
    print(binary.read(4), binary.read(3))
    writer.close()
    left.shutdown(socket.SHUT_WR)
    print(repr(binary.read()), repr(reader.read()))
    print(left.family.name, left.type.name, left.proto)
print(left.fileno())
