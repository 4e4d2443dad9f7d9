"""An order is enforced, and the first frame fails."""
from channels import Group, route
from channels.sessions import enforce_ordering


@enforce_ordering
def connect(message):
    message.reply_channel.send({'accept': True})
    Group('room').add(message.reply_channel)


@enforce_ordering
def receive(message):
    if message['text'] == 'bad':
        raise ValueError('a bad frame')
    message.reply_channel.send({'text': message['text']})


@enforce_ordering
def disconnect(message):
    Group('room').discard(message.reply_channel)


channel_routing = [
    route('websocket.connect', connect),
    route('websocket.receive', receive),
    route('websocket.disconnect', disconnect),
]
