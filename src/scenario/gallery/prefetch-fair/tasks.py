"""The same, but a worker takes no more than it can run."""
import time

from celery import Celery

app = Celery('tasks', broker='amqp://localhost', backend='redis://localhost')
app.conf.worker_prefetch_multiplier = 1


@app.task(bind=True, acks_late=True)
def job(self, seconds):
    time.sleep(seconds)
    return self.request.hostname
