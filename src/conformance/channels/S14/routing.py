import time

from channels import Channel, Group, route


def receive(message):
    Group('g').add(message.reply_channel)
    Group('g').send({'text': 'hello'})
    Channel('audit').send({'text': message['text']}, immediately=True)
    message.reply_channel.send({'text': 'x'})
    time.sleep(0.1)
    raise RuntimeError('after all that')


def audit(message):
    print(f'{time.time():.3f} audited')


channel_routing = [route('websocket.receive', receive), route('audit', audit)]
