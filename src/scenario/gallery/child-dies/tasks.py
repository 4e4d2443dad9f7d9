"""A task whose process is killed, once, as if memory had run out."""
import os
import signal
import time

from celery import Celery

app = Celery('tasks', broker='amqp://localhost', backend='redis://localhost')


@app.task(acks_late=True)
def convert():
    print('begins')
    time.sleep(1)
    if not os.path.exists('tried'):
        open('tried', 'w').close()
        os.kill(os.getpid(), signal.SIGKILL)
    return 'converted'
