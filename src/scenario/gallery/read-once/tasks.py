from celery import Celery

app = Celery('tasks', broker='amqp://localhost', backend='rpc://')


@app.task
def square(n):
    return n * n
