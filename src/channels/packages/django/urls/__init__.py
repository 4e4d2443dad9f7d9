"""Urls: which view answers a path, and which path leads to a view."""

from .base import (clear_script_prefix, clear_url_caches, get_script_prefix, get_urlconf, is_valid_path, resolve, reverse,
                   reverse_lazy, set_script_prefix, set_urlconf)
from .conf import include, path, re_path
from .converters import register_converter
from .exceptions import NoReverseMatch, Resolver404
from .resolvers import ResolverMatch, URLPattern, URLResolver, get_resolver
