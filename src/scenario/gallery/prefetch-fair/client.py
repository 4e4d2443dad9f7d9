import time

from tasks import job

time.sleep(1)
results = [job.delay(seconds) for seconds in (20, 2, 2, 2, 2, 2, 2, 2)]
done = [result.get() for result in results]
for worker in sorted(set(done)):
    print(worker, [n for n, name in enumerate(done, 1) if name == worker])
print(f'all done after {time.time() - 1:.0f} s')
