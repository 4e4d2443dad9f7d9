"""The worker is killed at 3 s, while it charges two of three orders, and started again at 5 s."""
import time

from celery import Celery

app = Celery('tasks', broker='amqp://localhost', backend='redis://localhost')


@app.task(acks_late=True)
def charge(order):
    time.sleep(10)
    return f'order {order} is paid'
