import os
import time

from celery import Celery

app = Celery('tasks', broker=os.environ.get('BROKER'), backend='redis://localhost')


@app.task
def add(x, y):
    time.sleep(1)
    return x + y
