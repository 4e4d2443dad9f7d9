# Recorded from CPython 3.13, where threads run; 3.14 does the same.
from concurrent.futures import ThreadPoolExecutor, Future
import threading, logging, io, sys

stream = io.StringIO()
logging.basicConfig(stream=stream, format='%(name)s %(levelname)s %(message)s')
pool = ThreadPoolExecutor(1, 'worker')
gate = threading.Event()
names = []
f = pool.submit(gate.wait)
f.add_done_callback(lambda f: names.append(threading.current_thread().name))
f.add_done_callback(lambda f: 1 / 0)
f.add_done_callback(lambda f: names.append('third'))
gate.set()
pool.shutdown()
f.add_done_callback(lambda f: names.append(threading.current_thread().name))
print(names)
print(stream.getvalue().splitlines()[0].split(' for ')[0], stream.getvalue().splitlines()[-1])
