"""What happens around a consumer and a worker, for whoever wants to know. Those that are connected here close the sends of a consumer."""
from django.dispatch import Signal

consumer_started = Signal()
consumer_finished = Signal()
worker_ready = Signal()
worker_process_ready = Signal()
