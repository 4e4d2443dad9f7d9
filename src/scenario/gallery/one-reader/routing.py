"""Three workers read from one channel, and two clients send to it."""
import time

from channels import Channel, route


def shrink(message):
    time.sleep(1)
    Channel('done').send({'name': message['name']})


ready = []


def count(message):
    ready.append(message['name'])
    if len(ready) == 6:
        print(f'{time.time():.3f}', *sorted(ready))


channel_routing = [route('thumbnails', shrink), route('done', count)]
