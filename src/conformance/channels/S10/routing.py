from channels import route
from channels.exceptions import DenyConnection


def connect(message):
    raise DenyConnection()


channel_routing = [route('websocket.connect', connect)]
