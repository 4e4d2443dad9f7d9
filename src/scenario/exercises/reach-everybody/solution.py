"""Whoever connects may speak, and all shall hear."""
from channels import Group, route


def connect(message):
    message.reply_channel.send({'accept': True})
    Group('room').add(message.reply_channel)


def receive(message):
    Group('room').send({'text': message['text']})


channel_routing = [
    route('websocket.connect', connect),
    route('websocket.receive', receive),
]
