"""Messages that are to be sent later: `rundelay` takes them from the channel asgi.delay."""
