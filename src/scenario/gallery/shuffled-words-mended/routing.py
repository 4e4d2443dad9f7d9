"""The same with an order: who comes too early waits in a channel of the socket."""
import time

from channels import route
from channels.sessions import enforce_ordering


@enforce_ordering
def connect(message):
    message.reply_channel.send({'accept': True})


@enforce_ordering
def receive(message):
    time.sleep(0.3 if message['text'] == 'A' else 0.05)
    message.reply_channel.send({'text': message['text']})


@enforce_ordering
def disconnect(message):
    pass


channel_routing = [
    route('websocket.connect', connect),
    route('websocket.receive', receive),
    route('websocket.disconnect', disconnect),
]
