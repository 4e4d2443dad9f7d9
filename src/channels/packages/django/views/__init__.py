"""Views: functions or classes that answer requests."""

from .generic.base import View

__all__ = ['View']
