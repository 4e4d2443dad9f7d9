"""The broker is killed at 2 s, and started again at 3 s."""
import time

import pika
from pika.exceptions import ChannelClosedByBroker

time.sleep(1)
parameters = pika.ConnectionParameters('localhost')
channel = pika.BlockingConnection(parameters).channel()
channel.queue_declare('durable', durable=True)
channel.queue_declare('passing')
persistent = pika.BasicProperties(delivery_mode=2)
channel.basic_publish('', 'durable', 'in somebody\'s hands', persistent)
channel.basic_publish('', 'durable', 'ready', persistent)
channel.basic_publish('', 'durable', 'transient')
channel.basic_publish('', 'passing', 'persistent, but its queue is not', persistent)
channel.basic_get('durable')

time.sleep(3)
channel = pika.BlockingConnection(parameters).channel()
while True:
    method, _, body = channel.basic_get('durable')
    if method is None:
        break
    print(body.decode(), '(delivered before)' if method.redelivered else '')
try:
    channel.basic_get('passing')
except ChannelClosedByBroker as error:
    print(error)
