"""A large text goes in pieces, through a channel that one reader alone may read."""
import time

import asgi
from channels import Channel

time.sleep(1)
pieces = asgi.channel_layer.new_channel('pieces?')
Channel('texts').send({'pieces': pieces})
for word in 'the order is kept'.split():
    Channel(pieces).send({'word': word, 'more': word != 'kept'})
