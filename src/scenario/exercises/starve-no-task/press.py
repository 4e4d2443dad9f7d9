"""Somebody else's library. It knows nothing of asyncio."""
import time

def squeeze(part):
    time.sleep(0.35)
    return f'part {part} is packed'
