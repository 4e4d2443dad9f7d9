# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
from multiprocessing.connection import AuthenticationError, Client, Listener


def call(address, authkey, result):
    try:
        with Client(address, authkey=authkey) as connection:
            connection.send({"from": "client", "numbers": [1, 2, 3]})
            result.put(connection.recv())
    except AuthenticationError as error:
        result.put(f"AuthenticationError: {error}")
    except (EOFError, ConnectionError) as error:
        result.put("the listener has gone")


def serve_one(listener):
    with listener.accept() as connection:
        message = connection.recv()
        connection.send(sum(message["numbers"]))
        return message["from"]


if __name__ == "__main__":
    mp.set_start_method("spawn")
    result = mp.Queue()
    for address, family in ((("localhost", 0), "AF_INET"), (None, "AF_UNIX")):
        with Listener(address, family, authkey=b"secret") as listener:
            process = mp.Process(target=call, args=(listener.address, b"secret", result))
            process.start()
            print(family, serve_one(listener), result.get(), (listener.last_accepted is None) == (family == "AF_UNIX"))
            process.join()
            process = mp.Process(target=call, args=(listener.address, b"wrong", result))
            process.start()
            try:
                listener.accept()
            except AuthenticationError as error:
                print("AuthenticationError:", error)
            print(result.get())
            process.join()
            known = listener.address
        try:
            Client(known, authkey=b"secret")
        except OSError as error:
            print(type(error).__name__)
    print(os.path.exists(known))
    for arguments in ({"authkey": "text"}, {"family": "AF_NONE"}):
        try:
            Listener(**arguments)
        except (TypeError, ValueError) as error:
            print(type(error).__name__, error)
