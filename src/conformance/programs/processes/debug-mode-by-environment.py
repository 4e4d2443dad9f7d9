# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import asyncio, os, sys, subprocess
def show(*options, **env):
    code = "import asyncio, sys; from asyncio import coroutines; loop = asyncio.new_event_loop(); print(coroutines._is_debug_mode(), loop.get_debug(), sys.flags.dev_mode, sys.flags.ignore_environment); loop.close()"
    r = subprocess.run([sys.executable, *options, '-c', code], env={**os.environ, **env}, capture_output=True, text=True)
    print(options, env, r.stdout.strip(), r.stderr)
show()
show(PYTHONASYNCIODEBUG='1')
show(PYTHONASYNCIODEBUG='')
show('-E', PYTHONASYNCIODEBUG='1')
show('-I', PYTHONASYNCIODEBUG='1')
show('-X', 'dev')
show('-X', 'dev', '-E')
show(PYTHONDEVMODE='1')
show('-E', PYTHONDEVMODE='1')
os.environ['PYTHONASYNCIODEBUG'] = 'x'
loop = asyncio.new_event_loop()
print(loop.get_debug())
loop.close()
del os.environ['PYTHONASYNCIODEBUG']
async def main(): print(asyncio.get_running_loop().get_debug())
asyncio.run(main())
asyncio.run(main(), debug=True)
