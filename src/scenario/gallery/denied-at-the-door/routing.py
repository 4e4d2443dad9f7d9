"""Only at the door can a connection be denied."""
from channels import route
from channels.exceptions import DenyConnection


def consume(message):
    raise DenyConnection()


channel_routing = [route('websocket.connect', consume)]
