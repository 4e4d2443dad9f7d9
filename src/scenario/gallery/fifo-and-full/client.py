"""A queue with room for three: first in, first out, and who finds no room is told."""
import time

import asgi
from channels import Channel

time.sleep(1)
jobs = Channel('jobs')
for name in 'abcde':
    try:
        jobs.send({'name': name})
    except jobs.channel_layer.ChannelFull:
        print(name, 'finds no room')
time.sleep(4)
jobs.send({'name': 'f'})
