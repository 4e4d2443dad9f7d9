from channels import route
from channels.exceptions import DenyConnection


def receive(message):
    raise DenyConnection()


channel_routing = [route('websocket.receive', receive)]
