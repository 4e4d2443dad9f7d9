import time

from celery.exceptions import TimeoutError
from tasks import square

time.sleep(5)
with open('id') as file:
    result = square.AsyncResult(file.read())
try:
    print('another one reads', result.get(timeout=10))
except TimeoutError:
    print('another one waits in vain:', result.state)
