# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import subprocess
import sys
import textwrap

STAGES = {
    "numbers": """
        for number in range(1, 2001):
            print(number)
    """,
    "squares": """
        import sys
        for line in sys.stdin:
            print(int(line) ** 2)
    """,
    "sum": """
        import sys
        print(sum(map(int, sys.stdin)))
        print("summed", file=sys.stderr)
    """,
}


def start(name, stdin=None, **more):
    return subprocess.Popen([sys.executable, "-c", textwrap.dedent(STAGES[name])], stdin=stdin, stdout=subprocess.PIPE, **more)


first = start("numbers")
second = start("squares", first.stdout)
third = start("sum", second.stdout, stderr=subprocess.PIPE, text=True)
first.stdout.close()
second.stdout.close()
print(third.communicate(), [process.wait() for process in (first, second, third)])

# A reader that leaves early: the writer finds a broken pipe.
ENDLESS = "import os, sys\ntry:\n    while True: print('again')\nexcept BrokenPipeError:\n    os._exit(12)"
writer = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE)
head = subprocess.run(["head", "-n", "2"], stdin=writer.stdout, capture_output=True, text=True)
writer.stdout.close()
print(head.stdout.split(), writer.wait())
print(subprocess.run("echo one; echo two | cat; false || echo three", shell=True, capture_output=True, text=True).stdout.split())
print(subprocess.run("seq 3 | sort -r | head -n 1", shell=True, capture_output=True, text=True).stdout)
both = subprocess.run([sys.executable, "-c", "import sys; print('out', flush=True); print('err', file=sys.stderr)"], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
print(both.stdout.split())
