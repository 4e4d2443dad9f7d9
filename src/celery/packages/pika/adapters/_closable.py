class Closable:
    """Open until it has a `_closing_reason`; a `with` statement closes it."""

    _closing_reason = None

    def __enter__(self):
        return self

    def __exit__(self, kind, value, traceback):
        if self.is_open:
            self.close()

    @property
    def is_open(self):
        return self._closing_reason is None

    @property
    def is_closed(self):
        return not self.is_open
