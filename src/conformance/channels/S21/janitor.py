import time

import asgi

time.sleep(5)
asgi.channel_layer.flush()
