"""Three ways to die, and where the dead go."""
import time

import pika

time.sleep(1)
connection = pika.BlockingConnection(pika.ConnectionParameters('localhost'))
channel = connection.channel()
channel.exchange_declare('dead', 'fanout')
channel.queue_declare('letters')
channel.queue_bind('letters', 'dead')
LIMITS = {'strict': {}, 'short': {'x-max-length': 3}, 'hasty': {'x-message-ttl': 200}}
for queue, limit in LIMITS.items():
    channel.queue_declare(queue, arguments={'x-dead-letter-exchange': 'dead', **limit})

channel.basic_publish('', 'strict', 'nobody wants me')
method, _, _ = channel.basic_get('strict')
channel.basic_reject(method.delivery_tag, requeue=False)
for number in range(1, 6):
    channel.basic_publish('', 'short', f'm{number}')
channel.basic_publish('', 'hasty', 'too late')
connection.sleep(1)

letters = iter(lambda: channel.basic_get('letters'), (None, None, None))
for _, properties, body in letters:
    death = properties.headers['x-death'][0]
    reason, queue, count = (death[key] for key in ('reason', 'queue', 'count'))
    print(body.decode(), '-', reason, 'in', queue, '-', count)
print(channel.queue_declare('short', passive=True).method.message_count, 'are left')
