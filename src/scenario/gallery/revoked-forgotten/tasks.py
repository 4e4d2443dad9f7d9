import time

from celery import Celery

app = Celery('tasks', broker='redis://localhost', backend='redis://localhost')
app.conf.broker_transport_options = {'visibility_timeout': 5}


@app.task
def launch():
    print(f'{time.time():.0f} s: launched')
