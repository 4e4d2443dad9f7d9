"""Of Django 1.x: what is in django.urls now."""

from django.urls import (NoReverseMatch, Resolver404, ResolverMatch, clear_script_prefix, get_script_prefix, get_urlconf, is_valid_path,
                         resolve, reverse, reverse_lazy, set_script_prefix, set_urlconf)
