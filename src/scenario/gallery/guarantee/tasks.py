"""Nobody works yet; the broker is killed; then the worker is killed in the middle."""
import time

from celery import Celery
from kombu import Exchange, Queue

DURABLE, PERSISTENT, LATE = False, False, False

app = Celery('tasks', broker='amqp://localhost', backend='redis://localhost')
exchange = Exchange('celery', durable=DURABLE)
app.conf.task_queues = [Queue('celery', exchange, 'celery', durable=DURABLE)]
app.conf.task_default_delivery_mode = 2 if PERSISTENT else 1


@app.task(acks_late=LATE)
def job():
    print(f'{time.time():.0f} s: the job begins')
    time.sleep(10)
    print(f'{time.time():.0f} s: the job is done')
