from channels import route


def connect(message):
    pass


channel_routing = [route('websocket.connect', connect)]
