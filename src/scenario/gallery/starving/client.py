import time

import asgi
from channels import Channel

time.sleep(1)
Channel('busy').send({})
Channel('quiet').send({})
