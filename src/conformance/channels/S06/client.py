import time

import requests


def get(name, port):
    try:
        answer = requests.get(f'http://localhost:{port}/')
        print(f'{time.time():.3f} {name}', answer.status_code, answer.text)
    except requests.ConnectionError as error:
        print(f'{time.time():.3f} {name}', type(error).__name__)


time.sleep(1)
get('a', 8001)
get('b', 8002)
get('b2', 8002)
