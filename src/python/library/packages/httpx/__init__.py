"""The package httpx, as far as lectures use it: over simulated sockets, in words of our own."""

from ._client import AsyncClient, AsyncHTTPTransport, BasicAuth, Client, HTTPTransport, Limits, Timeout
from ._errors import (CloseError, ConnectError, ConnectTimeout, DecodingError, HTTPError, HTTPStatusError, InvalidURL, NetworkError,
                      PoolTimeout, ProtocolError, ReadError, ReadTimeout, RemoteProtocolError, RequestError, StreamError,
                      TimeoutException, TooManyRedirects, TransportError, UnsupportedProtocol, WriteError, WriteTimeout)
from ._models import codes, Headers, Request, Response, URL

__version__ = '0.28.1'


def request(method, url, *, timeout=Timeout(5.0), follow_redirects=False, verify=True, **kwargs):
    with Client(timeout=timeout, follow_redirects=follow_redirects, verify=verify) as client:
        return client.request(method, url, **kwargs)


def get(url, **kwargs):
    return request('GET', url, **kwargs)


def options(url, **kwargs):
    return request('OPTIONS', url, **kwargs)


def head(url, **kwargs):
    return request('HEAD', url, **kwargs)


def post(url, **kwargs):
    return request('POST', url, **kwargs)


def put(url, **kwargs):
    return request('PUT', url, **kwargs)


def patch(url, **kwargs):
    return request('PATCH', url, **kwargs)


def delete(url, **kwargs):
    return request('DELETE', url, **kwargs)
