import time

from channels import route


def work(message):
    time.sleep(1)
    print(f'{time.time():.3f}', message['name'])


channel_routing = [route('jobs', work)]
