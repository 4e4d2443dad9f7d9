"""Two workers get SIGTERM while a job runs; their successor comes a second later."""
import time

from channels import route


def connect(message):
    message.reply_channel.send({'accept': True})


def receive(message):
    message.reply_channel.send({'text': message['text'].upper()})


def job(message):
    time.sleep(2.5)
    print(f'{time.time():.3f} the job is done')


channel_routing = [
    route('websocket.connect', connect),
    route('websocket.receive', receive),
    route('job', job),
]
