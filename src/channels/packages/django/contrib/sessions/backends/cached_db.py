"""As `db`; the cache before it would only make it quicker."""

from .db import SessionStore

__all__ = ['SessionStore']
