"""The servers' timer loops: they look every few seconds, and so act late by up to one interval.

Only those looks are made at which something will be found, so that an idle server has no timer at all.
"""


class Ticks:
    """Instants `interval` seconds apart, counted from the start of the server; in seconds of the loop's clock."""

    def __init__(self, loop, interval):
        self._loop, self._interval, self._start = loop, interval, loop.time()

    def after(self, instant):
        """The first look that is later than `instant`."""
        passed = max(0, instant - self._start)
        # What is a look, but for the last digit of a float, is one.
        return self._start + ((passed + 1e-6) // self._interval + 1) * self._interval

    def call_after(self, instant, callback, *args):
        """Calls at the first look later than `instant`. Gives the handle."""
        return self._loop.call_at(self.after(instant), callback, *args)
