"""X is always postponed."""
from channels import route
from channels.exceptions import ConsumeLater


def consume(message):
    print(message['name'], message.get('__retries__', 0))
    if message['name'] == 'X':
        raise ConsumeLater()


channel_routing = [route('job', consume)]
