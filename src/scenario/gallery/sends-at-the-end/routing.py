"""What a consumer sends leaves when it ends, even when it fails."""
import time

from channels import Channel, route


def receive(message):
    message.reply_channel.send({'text': 'well done'})
    Channel('audit').send({}, immediately=True)
    time.sleep(0.1)
    raise RuntimeError('not so well, after all')


def audit(message):
    print(f'{time.time():.3f} audited')


channel_routing = [route('websocket.receive', receive), route('audit', audit)]
