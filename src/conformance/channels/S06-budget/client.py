import time

from asgi_redis import RedisChannelLayer

time.sleep(1)
layer = RedisChannelLayer(hosts=[('localhost', 6379)])
for n in range(60):
    layer.send('D1!x', {'n': n})
for n in range(40):
    layer.send('D1!y', {'n': n})
for channel in ('D1!z', 'D1!x', 'D2!x'):
    try:
        layer.send(channel, {})
        print(channel, 'has room')
    except layer.ChannelFull:
        print(channel, 'is full')
