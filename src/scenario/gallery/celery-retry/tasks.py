import time

from celery import Celery

app = Celery('tasks', broker='redis://localhost', backend='redis://localhost')


@app.task(bind=True, max_retries=3)
def fetch(self):
    print(f'{time.time() - 1:.0f} s, retries {self.request.retries}')
    raise self.retry(exc=ConnectionError('nobody answers'))
