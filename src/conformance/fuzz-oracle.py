"""Many small programs on one CPython: `oracle.py`, but asyncio is loaded once and nothing is forgotten between programs.

Runs in the namespace of `oracle.py`. A difference that is found here is confirmed there.
"""
world = World()


def prepare():
    for name in [n for n in sys.modules if n.split(".")[0] in STATEFUL]:
        del sys.modules[name]
    install_clock(world)
    install_asyncio(world)
    sys.platform, sys.argv = "linux", ["main.py"]
    sys.meta_path = META_PATH
    gc.collect()
    gc.freeze()
    gc.disable()


def run_small(text):
    import asyncio

    asyncio._set_running_loop(None)
    world.__init__()
    linecache.cache["main.py"] = (len(text), None, text.splitlines(True), "main.py")
    warnings.filters[:] = FILTERS
    frozen = []
    stream, sys.stderr = io.StringIO(), io.StringIO()
    sys.stdout = stream
    world.on_deadlock = lambda: frozen or frozen.append(stream.getvalue())
    exit_code, exception = execute({"main.py": text})
    stdout = frozen[0] if frozen else stream.getvalue()
    # What is finalised later prints nowhere.
    sys.stdout = sys.stderr = io.StringIO()
    sys.modules.pop("__main__", None)
    if "asyncio" in text:
        gc.collect()
    outcome = {"exitCode": None if frozen else exit_code, "exception": "deadlock" if frozen else exception}
    return json.dumps({"stdout": stdout, "stderr": "", **outcome})
