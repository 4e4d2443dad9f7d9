import time

from tasks import app, job

results = [job.delay(number) for number in range(1, 7)]
time.sleep(20)
print([result.state for result in results])
with app.connection() as connection:
    print(connection.SimpleQueue('celery').qsize(), 'are in the queue')
