import time

from channels import route


def shrink(message):
    time.sleep(1)
    print(f'{time.time():.3f} {message["name"]} is small')


channel_routing = [route('thumbnails', shrink)]
