"""The program `uvicorn`."""

import argparse
import sys

from .config import LEVELS
from .server import run


def main():
    parser = argparse.ArgumentParser(prog='uvicorn')
    add = parser.add_argument
    add('app', metavar='APP')
    add('--host', default='127.0.0.1', help='Bind socket to this host.')
    add('--port', type=int, default=8000, help='Bind socket to this port.')
    add('--uds', default=None, help='Bind to a UNIX domain socket.')
    add('--log-level', choices=list(LEVELS), default=None, help='Log level.')
    add('--no-access-log', dest='access_log', action='store_false', help='No lines for requests.')
    add('--lifespan', choices=['auto', 'on', 'off'], default='auto', help='Whether the application is told of beginning and end.')
    add('--root-path', default='', help='The path below which the application is mounted.')
    add('--factory', action='store_true', help='APP makes the application.')
    add('--no-server-header', dest='server_header', action='store_false', help='No header Server.')
    add('--reload', action='store_true', help='Files of a scenario do not change: nothing is reloaded.')
    add('--workers', type=int, default=1, help='One process serves, however many are asked for.')
    run(**{name: value for name, value in vars(parser.parse_args(sys.argv[1:])).items() if name not in ('reload', 'workers')})
