"""Whoever connects joins the group; what one says goes to all, a copy each."""
from channels import Group, route


def connect(message):
    message.reply_channel.send({'accept': True})
    Group('room').add(message.reply_channel)


def receive(message):
    Group('room').send({'text': message['text']})


def disconnect(message):
    Group('room').discard(message.reply_channel)


channel_routing = [
    route('websocket.connect', connect),
    route('websocket.receive', receive),
    route('websocket.disconnect', disconnect),
]
