"""Two workers, one socket: A takes 300 ms, B takes 50 ms."""
import time

from channels import route


def connect(message):
    message.reply_channel.send({'accept': True})


def receive(message):
    time.sleep(0.3 if message['text'] == 'A' else 0.05)
    message.reply_channel.send({'text': message['text']})


def disconnect(message):
    pass


channel_routing = [
    route('websocket.connect', connect),
    route('websocket.receive', receive),
    route('websocket.disconnect', disconnect),
]
