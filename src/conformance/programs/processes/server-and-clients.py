# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import os
import signal
import subprocess
import sys

SERVER = """
import os, signal, socketserver, sys

class Upper(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            self.wfile.write(line.upper())

signal.signal(signal.SIGTERM, lambda *_: sys.exit(17))
with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Upper) as server:
    print(server.server_address[1], flush=True)
    try:
        server.serve_forever(0.01)
    finally:
        print("server ends", flush=True)
"""
CLIENT = """
import os, socket, sys
with socket.create_connection(("127.0.0.1", int(os.environ["PORT"]))) as client, client.makefile("rw") as stream:
    for word in sys.argv[1:]:
        stream.write(word + "\\n")
        stream.flush()
        print(os.environ["NAME"], stream.readline().strip())
sys.exit(len(sys.argv) - 1)
"""
for name, text in (("server.py", SERVER), ("client.py", CLIENT)):
    with open(name, "w") as file:
        file.write(text)
server = subprocess.Popen([sys.executable, "server.py"], stdout=subprocess.PIPE, text=True)
port = server.stdout.readline().strip()
clients = [
    subprocess.Popen(
        [sys.executable, "client.py", *words],
        env=dict(os.environ, PORT=port, NAME=f"client.{number}"),
        stdout=subprocess.PIPE,
        text=True,
    )
    for number, words in enumerate((["one", "two"], ["three"], []), start=1)
]
for client in clients:
    out, _ = client.communicate()
    print(out.split("\n"), client.returncode)
print(server.poll())
server.send_signal(signal.SIGTERM)
print(server.stdout.read().strip(), server.wait())
late = subprocess.run([sys.executable, "client.py", "late"], env=dict(os.environ, PORT=port, NAME="late"), capture_output=True, text=True)
print(late.returncode, late.stderr.splitlines()[-1])
for name in ("server.py", "client.py"):
    os.remove(name)
