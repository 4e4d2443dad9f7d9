"""A long task and seven short ones, for two workers."""
import time

from celery import Celery

app = Celery('tasks', broker='amqp://localhost', backend='redis://localhost')


@app.task(bind=True)
def job(self, seconds):
    time.sleep(seconds)
    return self.request.hostname
