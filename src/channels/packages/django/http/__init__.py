"""Requests and responses."""

from .cookie import SimpleCookie, parse_cookie
from .exceptions import Http404
from .headers import BadHeaderError
from .request import HttpHeaders, HttpRequest, QueryDict, RawPostDataException, UnreadablePostError
from .response import (FileResponse, HttpResponse, HttpResponseBadRequest, HttpResponseForbidden, HttpResponseGone,
                       HttpResponseNotAllowed, HttpResponseNotFound, HttpResponseNotModified, HttpResponsePermanentRedirect,
                       HttpResponseRedirect, HttpResponseServerError, JsonResponse, StreamingHttpResponse)
