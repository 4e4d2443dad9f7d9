# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import os
import subprocess
import sys


def run(*arguments, **more):
    done = subprocess.run([sys.executable, *arguments], capture_output=True, text=True, **more)
    return done.returncode, done.stdout, done.stderr.splitlines()[-1:]


os.makedirs("parts/inner", exist_ok=True)
FILES = {
    "parts/__init__.py": "NAME = __name__\n",
    "parts/__main__.py": "import sys\nfrom . import NAME\nprint(__name__, __package__, NAME, sys.argv[1:])\n",
    "parts/tool.py": "import sys\nprint(__name__, __spec__.name, sys.argv[1:])\nsys.exit(3)\n",
    "parts/inner/__init__.py": "",
    "script.py": "import os, sys\nprint(__name__, os.path.basename(__file__), sys.argv, os.getcwd() == os.environ['HERE'])\nprint(sys.stdin.read())\n",
}
for name, text in FILES.items():
    with open(name, "w") as file:
        file.write(text)
print(run("-m", "parts", "a", "--b"))
print(run("-m", "parts.tool", "x"))
print(run("-m", "parts.missing")[0], run("-m", "parts.inner")[0])
print(run("script.py", "1", "2 3", input="from stdin", env=dict(os.environ, HERE=os.getcwd())))
print(run("-c", "import sys; print(__name__, sys.argv)", "left", "-c"))
print(run("missing.py")[0], run("-c", "1 +")[0], run("-c", "raise SystemExit('told')"))
print(run("-c", "import parts, sys; print(parts.NAME, 'parts.tool' in sys.modules)"))
print(run("-c", "print(open('parts/inner/__init__.py').read() == '')", cwd=os.getcwd()))
print(run("tool.py", "y", cwd="parts")[0])
print(run("-c", "import os; os.environ['NEW'] = '1'; os.chdir('parts'); print(sorted(os.listdir())[:2])")[1], "NEW" in os.environ)
for name in FILES:
    os.remove(name)
