import time

from tasks import fetch

time.sleep(1)
result = fetch.delay()
time.sleep(1)
print(result.state)
try:
    result.get()
except Exception as error:
    print(result.state, repr(error))
