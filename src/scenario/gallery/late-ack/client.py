import time

from tasks import job

results = [job.delay(number) for number in (1, 2, 3)]
time.sleep(30)
print([result.state for result in results])
