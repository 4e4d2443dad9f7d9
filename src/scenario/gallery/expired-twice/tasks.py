import os

from celery import Celery

app = Celery('tasks', broker=os.environ['BROKER'], backend='redis://localhost')


@app.task
def remind():
    print('too late!')
