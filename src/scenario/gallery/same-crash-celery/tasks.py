"""The worker is killed at 2 s, in the middle of the job, and started again at 3 s."""
import time

from celery import Celery

app = Celery('tasks', broker='amqp://localhost', backend='redis://localhost')


@app.task(acks_late=True)
def job():
    print(f'{time.time():.0f} s: the job begins')
    time.sleep(5)
    print(f'{time.time():.0f} s: the job is done')
