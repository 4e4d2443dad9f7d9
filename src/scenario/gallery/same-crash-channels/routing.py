"""The worker is killed at 2 s, in the middle of the job, and started again at 3 s."""
import time

from channels import route


def job(message):
    print(f'{time.time():.0f} s: the job begins')
    time.sleep(5)
    print(f'{time.time():.0f} s: the job is done')


channel_routing = [route('job', job)]
