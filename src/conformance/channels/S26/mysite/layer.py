"""The settings of the tutorial, with little room in a channel."""
from .settings import *

CHANNEL_LAYERS['default']['CONFIG'] |= {'capacity': 3}
