import time

from tasks import job

time.sleep(1)
result = job.delay()
time.sleep(25)
print('26 s:', result.state)
