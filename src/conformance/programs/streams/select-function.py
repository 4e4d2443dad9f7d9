# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import select
import socket

a, b = socket.socketpair()
print(select.select([a, b], [], [], 0))
readable, writable, broken = select.select([a, b], [a], [], 0)
print(readable, writable == [a], broken)
b.send(b'x')
print(select.select([a, b], [], [], 1)[0] == [a])
poller = select.poll()
poller.register(a, select.POLLIN)
poller.register(b, select.POLLIN | select.POLLOUT)
print([event for fd, event in sorted(poller.poll(0))])
a.recv(1)
b.close()
poller.unregister(a)
print(select.select([a], [a], [], 0) == ([a], [a], []), a.recv(1))
try:
    select.select([], [], [], -1)
except ValueError as exc:
    print(exc)
try:
    select.select(['x'], [], [])
except TypeError as exc:
    print(exc)
with select.epoll() as epoll:
    epoll.register(a.fileno(), select.EPOLLIN)
    print(len(epoll.poll(0)), epoll.closed)
    try:
        epoll.register(a.fileno(), select.EPOLLIN)
    except FileExistsError as exc:
        print(exc)
    epoll.unregister(a)
    print(epoll.poll(0.01))
print(epoll.closed)
a.close()
