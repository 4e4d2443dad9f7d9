import time

from celery import Celery

app = Celery('tasks', broker='redis://localhost', backend='redis://localhost')
app.conf.broker_transport_options = {'visibility_timeout': 5}


@app.task(acks_late=True)
def measure(name, seconds):
    time.sleep(seconds)
    return f'{name} at {time.time():.0f} s'


@app.task
def report(parts):
    return ', '.join(parts)
