"""The messages that wait. There a table of the database, here a list of the process: nothing of it outlives `rundelay`."""
import time

from channels import DEFAULT_CHANNEL_LAYER
from channels.channel import Channel


class DelayedMessage:
    """`delay`: milliseconds from now. `due_date`: seconds, as time.time() counts them."""

    rows = []

    def __init__(self, content, channel_name, delay):
        self.content = content
        self.channel_name = channel_name
        self.due_date = 0.0
        self.delay = delay

    @property
    def delay(self):
        return self._delay

    @delay.setter
    def delay(self, milliseconds):
        self._delay = milliseconds
        self.due_date = time.time() + milliseconds / 1000

    @classmethod
    def due(cls):
        """Those whose time has come, in the order in which they were saved."""
        now = time.time()
        return [row for row in cls.rows if row.due_date <= now]

    def problem(self):
        """What is wrong with it, in a few words; None: nothing."""
        if not isinstance(self.channel_name, str) or not 0 < len(self.channel_name) <= 512:
            return 'channel_name is no name'
        if isinstance(self._delay, bool) or not isinstance(self._delay, int) or self._delay <= 0:
            return 'delay is no positive number of milliseconds'
        return None if isinstance(self.content, dict) else 'content is no dict'

    def save(self):
        if self not in self.rows:
            self.rows.append(self)

    def delete(self):
        self.rows.remove(self)

    def send(self, channel_layer=None, requeue_delay=1000):
        """Sent, it is gone; where its channel is full it waits `requeue_delay` milliseconds more."""
        from channels.asgi import channel_layers
        layer = channel_layer or channel_layers[DEFAULT_CHANNEL_LAYER]
        try:
            Channel(self.channel_name, channel_layer=layer).send(self.content, immediately=True)
        except layer.ChannelFull:
            self.delay = requeue_delay
        else:
            self.delete()
