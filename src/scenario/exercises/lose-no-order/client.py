import time

from tasks import charge

results = [charge.delay(order) for order in (1, 2, 3)]
time.sleep(30)
print([result.state for result in results])
