import io
import os
import pathlib
import shutil
import tempfile

with tempfile.TemporaryDirectory() as folder:
    os.chdir(folder)
    with open("a.txt", "w") as f:
        print(f.write("héllo\nzwei\r\ndrei"), f.mode, f.name, f.closed, f.writable(), f.readable())
        try:
            f.read()
        except io.UnsupportedOperation as e:
            print(repr(e), isinstance(e, OSError))
    print(f.closed, os.path.exists("a.txt"), os.listdir("."), os.stat("a.txt").st_size, os.path.isfile("a.txt"))
    try:
        f.write("x")
    except ValueError as e:
        print(e)
    with open("a.txt", encoding="utf-8") as f:
        print(repr(f.readline()), repr(f.read(2)), list(f), repr(f.read()))
        f.seek(0)
        print(f.readlines(), isinstance(f, io.TextIOBase), isinstance(f, io.TextIOWrapper))
    with open("a.txt", "ab") as f:
        print(f.write(b"\xff!"), isinstance(f, io.BufferedWriter))
    print(open("a.txt", "rb").read(), repr(open("a.txt", errors="replace", newline="").read()))
    try:
        open("a.txt").read()
    except UnicodeDecodeError as e:
        print(e)
    for args in (("no.txt",), ("a.txt", "x"), ("a.txt", "rw"), ("a.txt", "q"), ("a.txt", "rbt"), ("a.txt", "b"), ("/tmp",),
                 ("q/a", "w"), ("a.txt", "rb", -1, "utf-8")):
        try:
            open(*args)
        except (OSError, ValueError) as e:
            print(type(e).__name__, str(e).split("] ")[-1])
    p = pathlib.Path("x") / "y" / "data.json"
    p.parent.mkdir(parents=True, exist_ok=True)
    print(p.write_text("{}\n"), p.read_text(), p, p.suffix, p.stem, p.exists(), p.is_dir(), p.with_suffix(".txt").name)
    print([q.name for q in p.parent.iterdir()], sorted(str(q) for q in pathlib.Path(".").rglob("*.json")), p.stat().st_size)
    with p.open("r+") as f:
        f.seek(0, 2)
        print(f.tell(), f.write("more"), f.truncate(5))
    print(repr(p.read_text()), p.read_bytes())
    shutil.copy(p, "copy.json")
    os.rename("copy.json", "moved.json")
    for path, dirs, names in os.walk("."):
        print(path, sorted(dirs), sorted(names))
    for call in (lambda: os.rmdir("x"), lambda: os.remove("x/none"), lambda: os.mkdir("x"), lambda: p.parent.rmdir(), lambda: os.listdir("nope")):
        try:
            call()
        except OSError as e:
            print(type(e).__name__, e.strerror, e.filename)
    shutil.rmtree("x")
    print(sorted(os.listdir()), os.path.getsize("moved.json"))
    with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
        print(f.write("abc"), f.seek(0), f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
    print(os.path.exists(f.name))
    os.chdir("/tmp")
print(os.path.exists(folder), pathlib.PurePosixPath("/a/b/../c.tar.gz").suffixes, pathlib.PurePath("a/b").relative_to("a"))
print(pathlib.PureWindowsPath("c:\\x\\y.txt").parts, os.path.join("a", "/b", "c"), os.path.normpath("a/./b/../c"), os.path.splitext("x.tar.gz"))
