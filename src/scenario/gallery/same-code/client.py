"""One program, four brokers."""
import time

from celery.exceptions import TimeoutError
from tasks import add, app

time.sleep(1)
for broker in ('amqp://localhost', 'redis://localhost', 'sqs://', 'memory://'):
    with app.connection(broker) as connection:
        result = add.apply_async((2, 3), connection=connection)
        try:
            print(f'{broker:17}', result.get(timeout=5))
        except TimeoutError:
            print(f'{broker:17}', result.state)
