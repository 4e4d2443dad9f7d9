"""The program `redis-server`: it listens, so that others see it is there. What clients keep in it, _channels and _kombu hold on its behalf."""
import os
import signal
import socket
import sys
import time

import _channels
import _kombu

_HELP = 'Usage: redis-server [--port <port>] [--appendonly yes] [--save <seconds> <changes>] [--loglevel <level>]'

# Which marks a level shows.
_LEVELS = {'debug': '*#', 'verbose': '*#', 'notice': '*#', 'warning': '#', 'nothing': ''}
_shown = _LEVELS['notice']


def _log(mark, text):
    if mark not in _shown:
        return
    now = time.time()
    stamp = time.strftime('%d %b %Y %H:%M:%S', time.gmtime(now))
    print(f'{os.getpid()}:M {stamp}.{int(now % 1 * 1000):03} {mark} {text}', flush=True)


def _options(args):
    """`--port 7000 --save 60 1` as a dict of lists, by name."""
    found = {}
    values = []
    for arg in args:
        if arg.startswith('--'):
            values = found[arg[2:].lower()] = []
        else:
            values.append(arg)
    return found


def _keeps(options):
    """Whether what it holds outlives it."""
    saves = [value for value in options.get('save', []) if value not in ('', '""')]
    return options.get('appendonly') == ['yes'] or bool(saves)


def _stop(signo, frame):
    name = 'SIGINT' if signo == signal.SIGINT else 'SIGTERM'
    _log('#', f'User requested shutdown... (received {name})')
    # It looks ten times a second whether it has been asked to: whoever was asked with it has gone by then.
    time.sleep(0.1)
    _log('#', 'Redis is now ready to exit, bye bye...')
    sys.exit(0)


def main(args):
    options = _options(args)
    if 'help' in options:
        print(_HELP)
        return 0
    global _shown
    _shown = _LEVELS.get((options.get('loglevel') or ['notice'])[0], _shown)
    port = int(options.get('port', ['6379'])[0])
    for signo in (signal.SIGTERM, signal.SIGINT):
        signal.signal(signo, _stop)
    try:
        listener = socket.create_server(('', port))
    except OSError as error:
        _log('#', f'Warning: Could not create server TCP listening socket *:{port}: bind: {error.strerror}')
        _log('#', f'Failed listening on port {port} (TCP), aborting.')
        return 1
    _channels.serve_redis(port, _keeps(options))
    _kombu.serve_redis(port, _keeps(options))
    _log('*', 'Ready to accept connections')
    while True:
        # Its clients here do not come this way: whoever does hears nothing.
        connection, _ = listener.accept()
        connection.close()
