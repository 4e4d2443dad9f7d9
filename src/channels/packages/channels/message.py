"""What a consumer gets, and what it sends while it runs."""
import copy
import threading
import time

from .signals import consumer_finished, consumer_started


class Message:
    """The content, a dict, of a message that came by a channel. `reply_channel` is None where nobody waits for an answer."""

    def __init__(self, content, channel_name, channel_layer):
        from .channel import Channel
        self.content = content
        self.channel = Channel(channel_name, channel_layer=channel_layer)
        self.channel_layer = channel_layer
        reply = content.get('reply_channel')
        self.reply_channel = Channel(reply, channel_layer=channel_layer) if reply else None

    def __getitem__(self, key):
        return self.content[key]

    def __setitem__(self, key, value):
        self.content[key] = value

    def __contains__(self, key):
        return key in self.content

    def keys(self):
        return self.content.keys()

    def values(self):
        return self.content.values()

    def items(self):
        return self.content.items()

    def get(self, key, default=None):
        return self.content.get(key, default)

    def copy(self):
        """One whose content can be changed without changing this one's."""
        return self.__class__(copy.deepcopy(self.content), self.channel.name, self.channel_layer)


class PendingMessageStore:
    """The sends of the consumer that this thread runs. They leave when it has ended, in their order, also when it failed."""

    # Seconds: how long a send is tried again while its channel is full, and how often.
    retry_time = 2
    retry_interval = 0.2

    def __init__(self):
        self._local = threading.local()

    @property
    def active(self):
        """Whether this thread is inside a consumer."""
        return getattr(self._local, 'messages', None) is not None

    def prepare(self, **kwargs):
        self._local.messages = []

    def append(self, sender, message):
        self._local.messages.append((sender, message))

    def send_and_flush(self, **kwargs):
        for sender, message in getattr(self._local, 'messages', None) or ():
            self._send(sender, message)
        self._local.messages = None

    def _send(self, sender, message):
        started = time.time()
        # To the microsecond: on a clock that is exact, ten times 0.2 s are a little less than 2 s.
        while round(time.time() - started, 6) < self.retry_time:
            try:
                sender.send(message, immediately=True)
                return
            except sender.channel_layer.ChannelFull:
                time.sleep(self.retry_interval)
        raise RuntimeError(
            'Failed to send queued message to %s after retrying for %.2fs.\n'
            'You need to increase the consumption rate on this channel, its capacity,\n'
            'or handle the ChannelFull exception yourself after adding\n'
            'immediately=True to send().' % (sender, self.retry_time)
        )


pending_message_store = PendingMessageStore()
consumer_started.connect(pending_message_store.prepare)
consumer_finished.connect(pending_message_store.send_and_flush)
