"""The child process for native CPython: a JSON line in (the source), a JSON line out."""
import json
import sys

import driver

for line in sys.stdin:
    print(json.dumps(driver.measure(json.loads(line), False)), flush=True)
