# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import http.client
import http.server
import json
import threading
import urllib.error
import urllib.request


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_GET(self):
        if self.path == '/missing':
            self.send_error(404)
            return
        body = json.dumps({'path': self.path, 'agent': self.headers['X-Agent']}).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self):
        data = self.rfile.read(int(self.headers['Content-Length']))
        self.send_response(201)
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data[::-1])

    def log_message(self, format, *args):
        print('log:', format % args)


with http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler) as server:
    thread = threading.Thread(target=server.serve_forever, kwargs={'poll_interval': 0.01})
    thread.start()
    base = f'http://127.0.0.1:{server.server_port}'
    with urllib.request.urlopen(urllib.request.Request(base + '/a?b=1', headers={'X-Agent': 'test'})) as response:
        print(response.status, response.reason, response.headers['content-type'], response.read())
    try:
        urllib.request.urlopen(base + '/missing')
    except urllib.error.HTTPError as exc:
        print(exc.code, exc.reason)
        exc.close()
    connection = http.client.HTTPConnection('127.0.0.1', server.server_port)
    connection.request('POST', '/', body=b'abcdef')
    response = connection.getresponse()
    print(response.status, response.reason, response.read())
    connection.request('GET', '/again')
    print(connection.getresponse().read())
    connection.close()
    server.shutdown()
    thread.join()
