"""SIGTERM at 3 s: two of six tasks run, four are held."""
import time

from celery import Celery

app = Celery('tasks', broker='amqp://localhost', backend='redis://localhost')


@app.task
def job(number):
    time.sleep(10)
    print(f'{time.time():.0f} s: job {number} is done')
