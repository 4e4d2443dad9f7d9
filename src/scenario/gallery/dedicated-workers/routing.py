import time

from channels import route


def shrink(message):
    time.sleep(9)


channel_routing = [route('thumb', shrink)]
