import time

import asgi
from channels import Channel

for text in ('first', 'second'):
    time.sleep(10)
    Channel('publish').send({'text': text})
time.sleep(1)
print('members', len(list(asgi.channel_layer.group_channels('news'))))
