import time

from celery import Celery

app = Celery('tasks', broker='redis://localhost', backend='redis://localhost')


@app.task
def add(x, y):
    time.sleep(1)
    return x + y


@app.task
def times(x, y):
    return x * y


@app.task
def divide(x, y):
    return x / y


@app.task
def total(numbers):
    return sum(numbers)
