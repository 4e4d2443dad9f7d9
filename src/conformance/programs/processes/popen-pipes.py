# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import os
import subprocess
import sys

ECHO = """
import sys
for line in sys.stdin:
    print('got', line.strip(), flush=True)
print('end of input')
"""

process = subprocess.Popen([sys.executable, "-c", ECHO], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
for word in ("one", "two"):
    process.stdin.write(word + "\n")
    process.stdin.flush()
    print(process.stdout.readline().strip(), process.poll())
process.stdin.close()
print(process.stdout.read().strip(), process.wait())
process.stdout.close()

with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE) as cat:
    out, err = cat.communicate(b"x" * 200_000)
print(len(out), err, cat.returncode, cat.args)

first = subprocess.Popen(["echo", "b\na\nc"], stdout=subprocess.PIPE)
second = subprocess.Popen(["sort"], stdin=first.stdout, stdout=subprocess.PIPE, text=True)
first.stdout.close()
print(second.communicate()[0].split(), first.wait())

# A pipe of one's own, kept open in the child.
reader, writer = os.pipe()
child = f"import os; os.write({writer}, b'from the child'); os.close({writer})"
process = subprocess.Popen([sys.executable, "-c", child], pass_fds=[writer])
os.close(writer)
print(os.read(reader, 100), os.read(reader, 100), process.wait())
os.close(reader)

environment = dict(os.environ, GREETING="hello")
print(subprocess.check_output([sys.executable, "-c", "import os; print(os.environ['GREETING'])"], env=environment))
print(subprocess.check_output("echo $GREETING-$0", shell=True, env={"GREETING": "hi", "PATH": os.environ["PATH"]}))
os.environ["SET_HERE"] = "seen"
print(subprocess.check_output([sys.executable, "-c", "import os; print(os.environ.get('SET_HERE'))"]))

# What is printed into a pipe waits in the child until it ends.
SLOW = "import time; print('first'); time.sleep(0.1); print('second')"
process = subprocess.Popen([sys.executable, "-c", SLOW], stdout=subprocess.PIPE, text=True)
print(process.stdout.read().split(), process.wait())
with open("out.txt", "w") as file:
    subprocess.run(["echo", "to a file"], stdout=file)
    subprocess.run(["echo", "and more"], stdout=file)
print(open("out.txt").read().splitlines())
os.remove("out.txt")
