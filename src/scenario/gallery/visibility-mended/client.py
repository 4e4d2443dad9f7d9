import time

from tasks import pay

time.sleep(1)
result = pay.delay(100)
result.get()
print(f'{time.time():.0f} s', result.state)
time.sleep(20)
