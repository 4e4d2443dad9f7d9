"""The development server of plain Django: one thread for each request, and WSGI between it and the views."""

import logging
import socketserver
import sys
from wsgiref import simple_server

logger = logging.getLogger('django.server')


def get_internal_wsgi_application():
    """What WSGI_APPLICATION names, or the views alone."""
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application
    from django.utils.module_loading import import_string

    path = getattr(settings, 'WSGI_APPLICATION', None)
    return get_wsgi_application() if path is None else import_string(path)


class WSGIServer(simple_server.WSGIServer):
    """In one thread."""

    request_queue_size = 10

    def handle_error(self, request, client_address):
        if isinstance(sys.exception(), (BrokenPipeError, ConnectionResetError)):
            logger.info('- Broken pipe from %s', client_address)
        else:
            super().handle_error(request, client_address)


class ThreadedWSGIServer(socketserver.ThreadingMixIn, WSGIServer):
    daemon_threads = True


class WSGIRequestHandler(simple_server.WSGIRequestHandler):
    def address_string(self):
        return self.client_address[0]

    def log_message(self, format, *args):
        """Successes are information, what a client did wrong a warning, what the server did wrong an error."""
        status = str(args[1]) if len(args) > 1 else ''
        log = {'4': logger.warning, '5': logger.error}.get(status[:1], logger.info)
        log(format, *args, extra={'request': self.request, 'server_time': self.log_date_time_string()})

    def get_environ(self):
        environ = super().get_environ()
        # A name with an underscore could pass for another with a dash.
        for name in self.headers:
            if '_' in name:
                environ.pop('HTTP_' + name.upper().replace('-', '_'), None)
        return environ


def run(addr, port, threading=True):
    """Serves the project's views until the process ends. OSError: it cannot listen there."""
    made = ThreadedWSGIServer if threading else WSGIServer
    with made((addr, port), WSGIRequestHandler) as server:
        server.set_app(get_internal_wsgi_application())
        server.serve_forever()
