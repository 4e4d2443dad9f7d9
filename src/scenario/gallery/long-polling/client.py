import threading
import time

import requests


def get():
    answer = requests.get('http://localhost:8000/wait')
    said = answer.text if answer.ok else 'late'
    print(f'{time.time():.3f}', answer.status_code, said)


time.sleep(1)
for _ in range(3):
    threading.Thread(target=get).start()
