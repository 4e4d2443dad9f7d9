import time

from tasks import launch

result = launch.apply_async(countdown=60)
time.sleep(5)
result.revoke()
time.sleep(1)
print(result.state)
time.sleep(60)
print(launch.AsyncResult(result.id).state)
