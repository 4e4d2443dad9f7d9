import os
import time

from tasks import remind

result = remind.apply_async(expires=10)
time.sleep(30)
print(os.environ['BROKER'], result.state)
