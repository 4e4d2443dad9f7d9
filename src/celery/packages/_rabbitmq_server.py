"""The program `rabbitmq-server`: it listens, so that others see it is there. What clients do with it, _amqp does on its behalf."""
import os
import signal
import socket
import sys

import _amqp

_PORT = 5672


def _stop(signo, frame):
    sys.exit(0)


def main(args):
    if '--help' in args:
        print('Usage: rabbitmq-server')
        return 0
    setting = os.environ.get
    port = int(setting('RABBITMQ_NODE_PORT', _PORT))
    for signo in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signo, _stop)
    try:
        listener = socket.create_server(('', port))
    except OSError as error:
        print(f'Failed to start Ranch listener on port {port}: {error.strerror}', file=sys.stderr)
        return 1
    user = setting('RABBITMQ_DEFAULT_USER', 'guest')
    _amqp.serve(port, user, setting('RABBITMQ_DEFAULT_PASS', 'guest'), setting('RABBITMQ_DEFAULT_VHOST', '/'))
    print('  ##  ##      RabbitMQ 3.10.8\n\n  Starting broker... completed with 0 plugins.', flush=True)
    while True:
        # Its clients here do not come this way: whoever does hears nothing.
        connection, _ = listener.accept()
        connection.close()
