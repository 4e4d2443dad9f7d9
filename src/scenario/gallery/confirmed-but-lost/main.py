"""A confirm says that the broker has dealt with a message, not that it is anywhere."""
import time

import pika
from pika import exceptions

time.sleep(1)
channel = pika.BlockingConnection(pika.ConnectionParameters('localhost')).channel()
channel.confirm_delivery()
limits = {'x-max-length': 1, 'x-overflow': 'reject-publish'}
channel.queue_declare('s', arguments=limits)

def publish(exchange, key, mandatory=False):
    try:
        channel.basic_publish(exchange, key, b'', mandatory=mandatory)
        answer = 'confirmed'
    except exceptions.UnroutableError as error:
        answer = f'returned, {error.messages[0].method.reply_text}'
    except exceptions.NackError:
        answer = 'refused'
    except exceptions.ChannelClosedByBroker as error:
        answer = f'the channel is closed, {error.reply_code}'
    print(f'to {exchange or key}: {answer}')


publish('amq.direct', 'nobody')
publish('amq.direct', 'nobody', mandatory=True)
publish('', 's')
publish('', 's')
publish('no-such-exchange', 'nobody')
