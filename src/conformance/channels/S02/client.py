import time

import asgi
from channels import Channel

time.sleep(1)
for name in 'abcdef':
    Channel('thumbnails').send({'name': name})
