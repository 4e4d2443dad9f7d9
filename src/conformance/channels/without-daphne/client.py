import time

import requests

time.sleep(1)
try:
    answer = requests.get('http://localhost:8000/')
    print(f'{time.time():.3f}', answer.status_code, answer.reason)
except requests.ConnectionError as error:
    print(f'{time.time():.3f}', type(error).__name__, 'refused' if 'refused' in str(error) else error)
