import threading

from channels.asgi import channel_layers
from channels.worker import Worker


def work():
    Worker(channel_layers['default'], signal_handlers=False).run()


worker = threading.Timer(1, work)
worker.daemon = True
worker.start()

channel_routing = []
