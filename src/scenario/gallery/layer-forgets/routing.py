from channels import Group, route


def connect(message):
    message.reply_channel.send({'accept': True})
    Group('room').add(message.reply_channel)


def receive(message):
    if message['text'] == 'all':
        Group('room').send({'text': 'to all'})
    else:
        message.reply_channel.send({'text': 'to you'})


channel_routing = [
    route('websocket.connect', connect),
    route('websocket.receive', receive),
]
