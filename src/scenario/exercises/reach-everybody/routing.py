"""Whoever connects may speak, and all shall hear."""
from channels import Group, route


def connect(message):
    message.reply_channel.send({'accept': True})


def receive(message):
    message.reply_channel.send({'text': message['text']})


channel_routing = [
    route('websocket.connect', connect),
    route('websocket.receive', receive),
]
