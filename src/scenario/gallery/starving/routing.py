"""One channel always has a message, the other has one."""
import time

from channels import Channel, route

taken = 0


def busy(message):
    global taken
    taken += 1
    time.sleep(1)
    if taken < 64:
        Channel('busy').send({})
    else:
        print('busy', taken)


def quiet(message):
    print(f'quiet is number {taken + 1}')


channel_routing = [route('busy', busy), route('quiet', quiet)]
