import time

from asgi_redis import RedisChannelLayer

time.sleep(1)
layer = RedisChannelLayer(hosts=[('localhost', 6379)])
for n in range(100):
    layer.send('D1!a', {'n': n})
for channel in ('D1!a', 'D1!b', 'D2!c'):
    layer.group_add('room', channel)
layer.send_group('room', {'text': 'hello'})
print('nobody complains')
print(layer.receive(['D2!']), layer.receive(['D2!']))
