"""A plain request, which no layer sees."""
import time

import requests

time.sleep(1.5)
print(requests.get('http://127.0.0.1:8001/chat/').status_code)
