# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
from multiprocessing.connection import wait


def talk(connection):
    while True:
        try:
            message = connection.recv()
        except EOFError:
            break
        connection.send(("heard", message))


def send_bytes(writer):
    writer.send_bytes(b"first")
    writer.send_bytes(b"0123456789", 2, 5)
    writer.send_bytes(b"")
    writer.send_bytes(b"long" * 30_000)
    writer.close()


def leave(connection):
    connection.close()


if __name__ == "__main__":
    mp.set_start_method("spawn")
    here, there = mp.Pipe()
    process = mp.Process(target=talk, args=(there,))
    process.start()
    there.close()
    for message in ("text", [1, {"two": 3.0}], None):
        here.send(message)
        print(here.recv())
    print(here.poll(), here.poll(0.01), here.closed, here.readable, here.writable)
    here.close()
    process.join()
    print(process.exitcode, here.closed)
    for call in (here.recv, here.fileno, lambda: here.send(1)):
        try:
            call()
        except OSError as error:
            print("OSError:", error)

    reader, writer = mp.Pipe(duplex=False)
    print(reader.readable, reader.writable, writer.readable, writer.writable)
    for call in (lambda: reader.send(1), writer.recv):
        try:
            call()
        except OSError as error:
            print("OSError:", error)
    process = mp.Process(target=send_bytes, args=(writer,))
    process.start()
    writer.close()
    print(reader.recv_bytes(), reader.recv_bytes(), reader.recv_bytes(), len(reader.recv_bytes()))
    try:
        reader.recv()
    except EOFError as error:
        print("EOFError", error.args)
    process.join()

    here, there = mp.Pipe()
    there.send_bytes(b"abcdef")
    room = bytearray(10)
    print(here.recv_bytes_into(room, 2), room)
    there.send_bytes(b"abcdef")
    try:
        here.recv_bytes_into(bytearray(3))
    except mp.BufferTooShort as error:
        print("BufferTooShort", error.args)
    there.send_bytes(b"abcdef")
    try:
        here.recv_bytes(3)
    except OSError as error:
        print("OSError:", error)
    for call in (lambda: there.send_bytes(b"abc", -1), lambda: there.send_bytes(b"abc", 4), lambda: there.send_bytes(b"abc", 1, 5)):
        try:
            call()
        except ValueError as error:
            print("ValueError:", error)

    here, there = mp.Pipe()
    process = mp.Process(target=leave, args=(there,))
    process.start()
    there.close()
    process.join()
    try:
        here.send("nobody is there")
    except BrokenPipeError as error:
        print("BrokenPipeError:", error)

    pairs = [mp.Pipe() for _ in range(3)]
    pairs[1][1].send("ready")
    readers = [pair[0] for pair in pairs]
    print([readers.index(one) for one in wait(readers, 1)], wait(readers[:1], 0.01))
    with pairs[0][0] as one:
        print(one is pairs[0][0], one.closed)
    print(one.closed)
