"""A consumer that says neither yes nor no."""
from channels import route


def connect(message):
    print('somebody is at the door')


channel_routing = [route('websocket.connect', connect)]
