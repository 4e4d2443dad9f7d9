import time

from celery import chain, chord, group
from tasks import add, divide, times, total

time.sleep(1)
print('chain', chain(add.s(1, 2), times.s(10), add.s(-5))().get())
broken = chain(add.s(1, 2), divide.s(0), add.s(1))()
print('broken', repr(broken.get(propagate=False)), broken.state)
print('group', group(add.s(n, n) for n in range(4))().get())
print('chord', chord([add.s(0, n) for n in (1, 2, 3)])(total.s()).get())
failed = chord([divide.s(6, n) for n in (1, 0, 2)])(total.s())
failed.get(propagate=False)
print('failed', failed.state, [part.state for part in failed.parent])
