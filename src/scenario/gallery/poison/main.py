"""A consumer that fails every time, and a queue that gives up after the third."""
import time

import pika

time.sleep(1)
connection = pika.BlockingConnection(pika.ConnectionParameters('localhost'))
channel = connection.channel()
channel.queue_declare('dead')
channel.queue_declare('jobs', durable=True, arguments={
    'x-queue-type': 'quorum',
    'x-delivery-limit': 2,
    'x-dead-letter-exchange': '',
    'x-dead-letter-routing-key': 'dead',
})


def fails(channel, method, properties, body):
    failures = (properties.headers or {}).get('x-delivery-count', 0)
    print(body.decode(), 'is tried; it has failed', failures, 'times')
    channel.basic_reject(method.delivery_tag, requeue=True)


channel.basic_publish('', 'jobs', 'poison')
channel.basic_consume('jobs', fails)
connection.sleep(1)
method, properties, body = channel.basic_get('dead')
print('dead of', properties.headers['x-death'][0]['reason'])
