# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import socket

print(socket.inet_aton('127.0.0.1'), socket.inet_ntoa(b'\x01\x02\x03\x04'))
print(socket.inet_pton(socket.AF_INET6, '::1').hex(), socket.inet_ntop(socket.AF_INET6, bytes(15) + b'\x01'))
print(socket.htons(1), socket.ntohl(0x01020304))
for family, kind, proto, canonical, address in socket.getaddrinfo('127.0.0.1', 80):
    print(family.name, kind.name, proto, canonical, address)
print(socket.getaddrinfo('127.0.0.1', 'http', type=socket.SOCK_STREAM)[0][4])
print(socket.getaddrinfo(None, 0, family=socket.AF_INET, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0][4])
print(socket.getservbyname('https'), socket.getservbyport(80))
print(socket.gethostbyname('localhost'), socket.gethostbyname('10.1.2.3'))
for call in (
    lambda: socket.inet_aton('300.1.1.1'),
    lambda: socket.getaddrinfo('name.invalid', 80),
    lambda: socket.getaddrinfo('127.0.0.1', 'no-such-service'),
    lambda: socket.socket().bind('127.0.0.1'),
    lambda: socket.socket().bind(('127.0.0.1',)),
    lambda: socket.socket().bind(('127.0.0.1', 99999)),
    lambda: socket.socket().bind(('8.8.8.8', 0)),
    lambda: socket.socket().recv(1),
    lambda: socket.socket().getpeername(),
    lambda: socket.socket().shutdown(socket.SHUT_RDWR),
    lambda: socket.socket().settimeout(-1),
    lambda: socket.socket().sendall('text'),
):
    try:
        print(call())
    except Exception as exc:
        print(type(exc).__name__, exc)
print(repr(socket.AF_INET), repr(socket.SOCK_STREAM), socket.has_ipv6)
