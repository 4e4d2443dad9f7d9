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


def tell():
    for name, counts in [('all', layer.global_statistics())] + [(name, layer.channel_statistics(name)) for name in 'ABC']:
        print(name, counts['messages_count'], counts['channel_full_count'], counts.get('messages_pending'))


tell()
layer.flush()
print('flushed', layer.receive(['A', 'B', 'C']), list(layer.group_channels('g')))
tell()
