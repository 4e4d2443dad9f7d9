import time

from channels import Group, route


def connect(message):
    message.reply_channel.send({'accept': True})
    Group('room').add(message.reply_channel)


def receive(message):
    if message['text'] == 'all':
        Group('room').send({'text': 'to all'})
        return
    if message['text'] == 'slow':
        time.sleep(1)
    message.reply_channel.send({'text': message['text']})


channel_routing = [route('websocket.connect', connect), route('websocket.receive', receive)]
