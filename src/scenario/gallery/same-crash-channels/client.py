import time

import asgi
from channels import Channel

Channel('job').send({})
time.sleep(20)
print('20 s: nothing is known of the job')
