"""Sessions as text."""

from django.core.signing import JSONSerializer

__all__ = ['JSONSerializer']
