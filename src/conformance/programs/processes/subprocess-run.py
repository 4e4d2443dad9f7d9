# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import subprocess
import sys

CHILD = "import sys; data = sys.stdin.read(); print(len(data), sys.argv[1:]); print('to stderr', file=sys.stderr); sys.exit(len(data))"

result = subprocess.run([sys.executable, "-c", CHILD, "a", "b c"], input="four", capture_output=True, text=True)
print(result.returncode, repr(result.stdout), repr(result.stderr))
result = subprocess.run([sys.executable, "-c", CHILD], input=b"", stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
print(result.returncode, result.stdout)
result = subprocess.run(["echo", "hello", "world"], stdout=subprocess.PIPE)
print(result)
print(subprocess.run(["true"]).returncode, subprocess.run(["false"]).returncode)
print(subprocess.check_output(["cat"], input=b"through a pipe\n"))
try:
    subprocess.run([sys.executable, "-c", "raise SystemExit(7)"], check=True)
except subprocess.CalledProcessError as error:
    print(error.returncode, str(error).replace(sys.executable, "python3"))
try:
    subprocess.check_output(["false"])
except subprocess.CalledProcessError as error:
    print(error)
try:
    subprocess.run(["no-such-program", "x"])
except FileNotFoundError as error:
    print(error, error.errno, error.filename)
try:
    subprocess.run(["cat"], cwd="/no/such/folder")
except FileNotFoundError as error:
    print(error.errno, error.filename)
try:
    subprocess.run(["sleep", "30"], timeout=0.2)
except subprocess.TimeoutExpired as error:
    print(error.cmd, error.output)
failed = subprocess.run([sys.executable, "-c", "def f():\n    return 1 / 0\nf()"], capture_output=True, text=True)
print(failed.returncode, failed.stderr.splitlines()[0], failed.stderr.splitlines()[-1])
print(subprocess.call(["sh", "-c", "exit 3"]), subprocess.getstatusoutput("echo out; echo err >&2; exit 4"))
quiet = subprocess.run(["echo", "nobody hears"], stdout=subprocess.DEVNULL, stdin=subprocess.DEVNULL)
print(quiet)
