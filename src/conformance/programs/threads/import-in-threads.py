# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

out = []
def work(name):
    module = __import__(name)
    out.append(module.__name__)
names = ['textwrap', 'string', 'textwrap', 'json']
threads = [threading.Thread(target=work, args=(n,)) for n in names]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(out))
