# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import os
import signal
import subprocess
import sys
import time

STUBBORN = """
import signal, time
def refuse(number, frame):
    print('refused', signal.Signals(number).name, flush=True)
signal.signal(signal.SIGTERM, refuse)
print('ready', flush=True)
while True:
    time.sleep(5)
"""
GENTLE = """
import signal, sys, time
def leave(number, frame):
    print('cleaning up')
    sys.exit(5)
signal.signal(signal.SIGTERM, leave)
print('ready', flush=True)
try:
    time.sleep(60)
finally:
    print('finally')
"""
PLAIN = "print('ready', flush=True); import time; time.sleep(60)"


def start(code):
    process = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    print(process.stdout.readline().strip())
    time.sleep(0.2)
    return process


process = start(STUBBORN)
process.terminate()
print(process.stdout.readline().strip(), process.poll())
process.kill()
print(process.wait(), process.stdout.read())

process = start(GENTLE)
process.terminate()
print(process.wait(), process.stdout.read().split("\n"))

process = start(PLAIN)
process.send_signal(signal.SIGTERM)
print(process.wait(), process.returncode == -signal.SIGTERM)

process = start(PLAIN)
process.send_signal(signal.SIGINT)
print(process.wait(), process.stderr.read().splitlines()[-1])

process = start(PLAIN)
os.kill(process.pid, 0)
os.kill(process.pid, signal.SIGKILL)
print(process.wait())
try:
    os.kill(process.pid, 0)
except ProcessLookupError as error:
    print(error)
process.terminate()
print("signals to the dead are nothing")

# The end of a child is a signal too.
ended = []
signal.signal(signal.SIGCHLD, lambda number, frame: ended.append(number))
process = subprocess.Popen(["true"])
while not ended:
    time.sleep(0.01)
print(ended == [signal.SIGCHLD], os.waitpid(process.pid, 0) == (process.pid, 0))
try:
    os.waitpid(process.pid, 0)
except ChildProcessError as error:
    print(error)
print(process.wait())
print(os.waitstatus_to_exitcode(256), os.waitstatus_to_exitcode(9), os.WIFSIGNALED(9), os.WEXITSTATUS(512))
print(os.system("exit 3"), os.popen("echo popen").read())
