"""Thirty pictures, nine seconds each; a second later somebody wants a page."""
import time

import asgi
import requests
from channels import Channel

time.sleep(0.1)
for n in range(30):
    Channel('thumb').send({'n': n})
time.sleep(1)
began = time.time()
requests.get('http://localhost:8000/')
print(f'{time.time() - began:.3f} s for a page')
time.sleep(70)
