"""Killed at 3 s, while two of three tasks run, and started again at 5 s."""
import time

from celery import Celery

app = Celery('tasks', broker='amqp://localhost', backend='redis://localhost')


@app.task(acks_late=True)
def job(number):
    print(f'{time.time():.0f} s: job {number} begins')
    time.sleep(10)
    print(f'{time.time():.0f} s: job {number} is done')
