"""Ten messages, and two consumers that may hold two each."""
import time

import pika

time.sleep(1)
connection = pika.BlockingConnection(pika.ConnectionParameters('localhost'))
publisher = connection.channel()
publisher.queue_declare('jobs', durable=True)


def consumer(name):
    def got(channel, method, properties, body):
        print(name, 'has', body.decode(), 'again' if method.redelivered else '')

    channel = connection.channel()
    channel.basic_qos(prefetch_count=2)
    channel.basic_consume('jobs', got)
    return channel


c1, c2 = consumer('c1'), consumer('c2')
for number in range(1, 11):
    publisher.basic_publish('', 'jobs', str(number))
connection.sleep(1)
c1.basic_ack(1)
connection.sleep(1)
c1.close()
c2.basic_ack(2, multiple=True)
connection.sleep(1)
