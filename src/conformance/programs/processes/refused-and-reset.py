# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import socket
import time


def serve(connection, how):
    with socket.create_server(("127.0.0.1", 0)) as listener:
        connection.send(listener.getsockname()[1])
        client, _ = listener.accept()
        if how == "closes":
            client.recv(5)
            client.sendall(b"bye")
            client.close()
        elif how == "resets":
            client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, b"\x01\x00\x00\x00\x00\x00\x00\x00")
            client.close()
        else:
            client.recv(5)
            connection.send("accepted")
            time.sleep(100)


def outcome(call):
    try:
        return call()
    except OSError as error:
        return f"{type(error).__name__} {error.errno}"


def everything(client):
    parts = []
    while part := client.recv(100):
        parts.append(part)
    return b"".join(parts)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    for how in ("closes", "resets", "is killed"):
        here, there = mp.Pipe()
        process = mp.Process(target=serve, args=(there, how))
        process.start()
        port = here.recv()
        with socket.create_connection(("127.0.0.1", port)) as client:
            if how == "resets":
                process.join()
                print(how, outcome(lambda: everything(client)))
            else:
                client.sendall(b"hello")
                if how == "is killed":
                    print(here.recv())
                    process.kill()
                print(how, outcome(lambda: everything(client)))
                process.join()
                print(outcome(lambda: client.send(b"more")), outcome(lambda: (time.sleep(0.01), client.send(b"more"))))
        print(process.exitcode, outcome(lambda: socket.create_connection(("127.0.0.1", port), timeout=5)))
