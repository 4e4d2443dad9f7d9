import time

from celery import Celery

app = Celery('tasks', broker='redis://localhost', backend='redis://localhost')
app.conf.broker_transport_options = {'visibility_timeout': 3600}


@app.task(bind=True, acks_late=True)
def pay(self, amount):
    again = self.request.delivery_info['redelivered']
    time.sleep(12)
    print(f'{amount} paid, redelivered: {again}')
