import time

import asgi
from channels import Channel

time.sleep(1)
for name in 'XYZ':
    Channel('job').send({'name': name})
