"""The package requests, as far as lectures use it: over simulated sockets, in words of our own."""

from . import adapters, exceptions, sessions
from .exceptions import (ConnectionError, ConnectTimeout, HTTPError, InvalidURL, JSONDecodeError, MissingSchema, ReadTimeout,
                         RequestException, Timeout, TooManyRedirects, URLRequired)
from .sessions import PreparedRequest, Request, Response, Session, codes

__version__ = '2.32.3'
session = Session


def request(method, url, **kwargs):
    with Session() as one:
        return one.request(method=method, url=url, **kwargs)


def get(url, params=None, **kwargs):
    return request('get', url, params=params, **kwargs)


def options(url, **kwargs):
    return request('options', url, **kwargs)


def head(url, **kwargs):
    kwargs.setdefault('allow_redirects', False)
    return request('head', url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    return request('post', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    return request('put', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    return request('patch', url, data=data, **kwargs)


def delete(url, **kwargs):
    return request('delete', url, **kwargs)
