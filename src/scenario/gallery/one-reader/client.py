import os
import time

import asgi
from channels import Channel

time.sleep(1)
name = os.environ['HONCHO_PROCESS_NAME']
for number in range(3):
    Channel('thumbnails').send({'name': f'{name}-{number}'})
