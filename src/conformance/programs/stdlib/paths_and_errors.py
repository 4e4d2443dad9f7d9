import datetime
import os
import pathlib
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as folder:
    top = Path(folder)
    (top / 'sub').mkdir()
    (top / 'sub' / 'x.py').write_text('print(1)')
    (top / 'a.txt').write_text('one\ntwo\n')
    print([(where.name == top.name, folders, sorted(files)) for where, folders, files in top.walk()])
    print([(where.relative_to(top).as_posix(), sorted(files)) for where, _, files in top.walk(top_down=False)])
    with open(top / 'a.txt') as file:
        print(file.name == str(top / 'a.txt'), type(file.name).__name__, type(open(b'/dev/null').name).__name__ if False else '')
    calls = [lambda: (top / 'sub').mkdir(), lambda: (top / 'q' / 'r').mkdir(), lambda: (top / 'nope').read_text(), lambda: (top / 'sub').rmdir(),
        lambda: (top / 'nope').unlink(), lambda: open(top / 'sub'), lambda: os.rename(top / 'zz', top / 'y'), lambda: open(top / 'a.txt', 'x'),
        lambda: os.rmdir(top / 'a.txt'), lambda: os.listdir(top / 'nope'), lambda: os.stat(top / 'nope'), lambda: os.chdir(top / 'nope'),
        lambda: open(5.5), lambda: open(None), lambda: os.stat(5.5), lambda: os.listdir(3.5), lambda: os.mkdir([]), lambda: os.unlink(None),
        lambda: os.remove(None), lambda: os.rename(1.5, 'x'), lambda: os.chdir(2.5), lambda: open('\0'), lambda: os.stat('a\0b')]
    for call in calls:
        try:
            print(call())
        except OSError as e:
            print(type(e).__name__, e.strerror, repr(e.filename).replace(folder, 'TOP'), repr(e.filename2).replace(folder, 'TOP'))
        except (TypeError, ValueError) as e:
            print(type(e).__name__, e)
print(repr(datetime.date(2024, 2, 29).isocalendar()))
