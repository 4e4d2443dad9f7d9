"""What can go wrong with urls."""

from django.http.exceptions import Http404


class Resolver404(Http404):
    """No pattern fits the path."""


class NoReverseMatch(Exception):
    """No pattern has this name and takes these arguments."""

    silent_variable_failure = True
