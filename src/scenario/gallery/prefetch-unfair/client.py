import time

from tasks import job

time.sleep(1)
results = [job.delay(seconds) for seconds in (20, 2, 2, 2, 2, 2, 2, 2)]
done = [result.get() for result in results]
shares = (
    [n for n, name in enumerate(done, 1) if name == worker] for worker in set(done)
)
print(*sorted(shares))
print(f'all done after {time.time() - 1:.0f} s')
