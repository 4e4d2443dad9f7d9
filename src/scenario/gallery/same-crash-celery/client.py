import time

from tasks import job

result = job.delay()
time.sleep(20)
print('20 s:', result.state)
