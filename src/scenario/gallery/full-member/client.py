"""D1 has stopped reading, and its channel is full. Two members are its sockets."""
import time

import asgi

time.sleep(1)
layer = asgi.channel_layer
for n in range(100):
    layer.send('D1!a', {'text': f'old news {n}'})
for channel in ('D1!a', 'D1!b', 'D2!c'):
    layer.group_add('room', channel)
layer.send_group('room', {'text': 'hello'})
print('nobody complains')
channel, message = layer.receive(['D2!'])
print(channel, 'gets', message['text'])
try:
    layer.send('D1!b', {'text': 'hello'})
except layer.ChannelFull:
    print('D1!b is full')
