import time

from channels import Channel, route

taken = 0


def busy(message):
    """There is always one more."""
    global taken
    taken += 1
    time.sleep(0.01)
    if time.time() < 61.505:
        Channel('busy').send({})
    else:
        print('busy', taken)


def quiet(message):
    print(f'quiet is number {taken + 1}')


channel_routing = [route('busy', busy), route('quiet', quiet)]
