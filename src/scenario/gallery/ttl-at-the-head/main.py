"""A may live for 3 s, B for 0.2 s. Only the head of a queue is looked at."""
import time

import pika

time.sleep(1)
connection = pika.BlockingConnection(pika.ConnectionParameters('localhost'))
channel = connection.channel()
channel.queue_declare('dead')
to_dead = {'x-dead-letter-exchange': '', 'x-dead-letter-routing-key': 'dead'}
for queue in ('one', 'a', 'b'):
    channel.queue_declare(queue, arguments=to_dead)


def publish(queue, body, seconds):
    properties = pika.BasicProperties(expiration=str(int(seconds * 1000)))
    channel.basic_publish('', queue, body, properties)


def dies(channel, method, properties, body):
    print(f'{time.time() - 1:.1f} s', body.decode())


publish('one', 'A', 3)
publish('one', 'B, behind A', 0.2)
publish('a', 'A, alone', 3)
publish('b', 'B, alone', 0.2)
channel.basic_consume('dead', dies, auto_ack=True)
connection.sleep(5)
