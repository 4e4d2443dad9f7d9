"""The layer that kept the normal channels of a machine in its shared memory, and all others in Redis."""
from .core import RedisChannelLayer


class RedisLocalChannelLayer(RedisChannelLayer):
    """Here all processes are on one machine: normal channels lie in Redis too, and whoever reads them there gets what it would."""

    def __init__(self, expiry=60, prefix='asgi:', group_expiry=86400, capacity=100, channel_capacity=None, **kwargs):
        super().__init__(expiry=expiry, prefix=prefix, group_expiry=group_expiry, capacity=capacity,
                         channel_capacity=channel_capacity, **kwargs)
