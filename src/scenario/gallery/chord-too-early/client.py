import time

from celery import chord
from tasks import measure, report

time.sleep(1)
parts = [measure.s('short', 12), measure.s('long', 30)]
body = chord(parts)(report.s())
print(body.get(), f'({time.time():.0f} s)')
print([part.state for part in body.parent])
time.sleep(40)
print([part.state for part in body.parent], body.result)
