"""What a layer counts, and what a flush forgets."""
import time

from asgi_redis import RedisChannelLayer

time.sleep(1)
layer = RedisChannelLayer(hosts=[('localhost', 6379)], channel_capacity={'C': 3})
for channel in 'AAB' + 'C' * 7:
    try:
        layer.send(channel, {})
    except layer.ChannelFull:
        pass
layer.group_add('g', 'A')


def tell(name, counts):
    waiting = counts.get('messages_pending', '?')
    print(name, counts['messages_count'], counts['channel_full_count'], waiting)


for name in 'ABC':
    tell(name, layer.channel_statistics(name))
tell('all', layer.global_statistics())
layer.flush()
print('flushed', list(layer.group_channels('g')))
tell('A', layer.channel_statistics('A'))
tell('all', layer.global_statistics())
