import time

from tasks import add

time.sleep(1)
results = [add.delay(n, n) for n in range(7)]
print(results[0].state, results[0].ready())
for result in results:
    print(f'{result.get()} at {time.time():.0f} s')
