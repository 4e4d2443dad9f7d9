# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import selectors
import socket

selector = selectors.DefaultSelector()
listener = socket.create_server(('127.0.0.1', 0))
listener.setblocking(False)
log = []


def accept(sock):
    connection, _ = sock.accept()
    connection.setblocking(False)
    selector.register(connection, selectors.EVENT_READ, echo)


def echo(sock):
    data = sock.recv(1000)
    log.append(data)
    if data:
        sock.send(data)
    else:
        selector.unregister(sock)
        sock.close()


selector.register(listener, selectors.EVENT_READ, accept)
client = socket.create_connection(listener.getsockname())
client.sendall(b'ping')
for _ in range(2):
    for key, mask in selector.select(1):
        key.data(key.fileobj)
print(client.recv(100), len(selector.get_map()))
client.close()
for key, mask in selector.select(1):
    key.data(key.fileobj)
print(log, len(selector.get_map()), selector.select(0))
for bad in (client, -1):
    try:
        selector.register(bad, selectors.EVENT_READ)
    except ValueError as exc:
        print(type(exc).__name__)
try:
    selector.register(listener, selectors.EVENT_READ)
except KeyError as exc:
    print('already registered')
selector.close()
listener.close()
