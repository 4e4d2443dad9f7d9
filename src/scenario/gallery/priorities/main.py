"""The same six messages, with the same priorities, to two brokers."""
import time

import kombu
import pika

PRIORITIES = [0, None, 3, 5, 6, 9]
time.sleep(1)
rabbit = pika.BlockingConnection(pika.ConnectionParameters('localhost')).channel()
rabbit.queue_declare('jobs', arguments={'x-max-priority': 10})


def publish():
    for priority in PRIORITIES:
        urgency = pika.BasicProperties(priority=priority)
        rabbit.basic_publish('', 'jobs', f'p{priority}', urgency)

publish()
print('RabbitMQ', *[rabbit.basic_get('jobs')[2].decode() for _ in PRIORITIES])
with kombu.Connection('redis://localhost') as redis:
    jobs = redis.SimpleQueue('jobs', no_ack=True)
    for priority in PRIORITIES:
        jobs.put(f'p{priority}', priority=priority)
    print('Redis   ', *[jobs.get().payload for _ in PRIORITIES])
got = []
rabbit.basic_qos(prefetch_count=6)
rabbit.basic_consume('jobs', lambda ch, method, props, body: got.append(body.decode()))
publish()
rabbit.connection.sleep(1)
print('prefetched', *got)
