"""Two servers, one worker. Each answer finds its server, until one is killed."""
import time

import requests


def get(name, port):
    try:
        answer = requests.get(f'http://localhost:{port}/')
        print(f'{time.time():.3f} {name}', answer.text)
    except requests.ConnectionError:
        print(f'{time.time():.3f} {name} is cut off')


time.sleep(1)
get('first', 8001)
get('second', 8002)
get('third', 8002)
