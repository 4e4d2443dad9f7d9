# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading, sys

gate = threading.Event()
threads = [threading.Thread(target=gate.wait, name=f'w{n}') for n in range(3)]
print(threading.active_count())
for t in threads: t.start()
print(sorted(t.name for t in threading.enumerate()), threading.active_count())
frames = sys._current_frames()
print(len(frames), all(t.ident in frames for t in threads), threading.get_ident() in frames)
gate.set()
for t in threads: t.join()
print([t.name for t in threading.enumerate()])
idents = {t.ident for t in threads} | {threading.get_ident()}
print(len(idents) >= 2, all(t.ident for t in threads))
print(sys.getswitchinterval(), sys.setswitchinterval(0.001), sys.getswitchinterval())
try:
    sys.setswitchinterval(0)
except ValueError as exc:
    print(exc)
