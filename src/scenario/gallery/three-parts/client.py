import time

import requests

time.sleep(1)
answer = requests.get('http://localhost:8000/')
print(f'{time.time():.3f}', answer.status_code, answer.reason)
