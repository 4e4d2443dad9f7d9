# Recorded from CPython 3.13, where threads run; 3.14 does the same.
import threading

ping, pong = threading.Semaphore(1), threading.Semaphore(0)
out = []
def play(word, mine, other):
    for _ in range(4):
        mine.acquire()
        out.append(word)
        other.release()
a = threading.Thread(target=play, args=('ping', ping, pong))
b = threading.Thread(target=play, args=('pong', pong, ping))
b.start(); a.start(); a.join(); b.join()
print(' '.join(out))
