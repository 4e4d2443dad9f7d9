# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import socket
import threading

listener = socket.create_server(('127.0.0.1', 0))
address = listener.getsockname()


def serve():
    connection, peer = listener.accept()
    with connection:
        while data := connection.recv(1024):
            connection.sendall(data.upper())


thread = threading.Thread(target=serve)
thread.start()
with socket.create_connection(address) as client:
    client.sendall(b'hello')
    print(client.recv(1024))
    client.settimeout(0.05)
    try:
        client.recv(10)
    except TimeoutError as exc:
        print(repr(exc), isinstance(exc, OSError), socket.timeout is TimeoutError)
    client.setblocking(False)
    try:
        client.recv(10)
    except BlockingIOError as exc:
        print(type(exc).__name__, exc.strerror)
    print(client.gettimeout(), client.getblocking(), client.getpeername() == address)
    client.shutdown(socket.SHUT_WR)
    client.setblocking(True)
    print(client.recv(10))
thread.join()
listener.close()
print(client.fileno(), repr(client)[:24])
try:
    client.send(b'x')
except OSError as exc:
    print(exc.strerror)
