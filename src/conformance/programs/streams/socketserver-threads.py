# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import socket
import socketserver
import threading


class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


with Server(('127.0.0.1', 0), Upper) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01})
    thread.start()
    with socket.create_connection(server.server_address) as client:
        file = client.makefile('rw')
        for word in ('one', 'two', 'three'):
            print(word, file=file, flush=True)
            print(file.readline().strip())
    server.shutdown()
    thread.join()
print('done')
