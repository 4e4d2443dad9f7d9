# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import multiprocessing as mp
import os
import socket


def use(inbox):
    connection = inbox.recv()
    connection.send("over a connection that came later")
    connection.close()
    client = inbox.recv()
    client.sendall(b"over a socket that came later")
    client.close()


def serve(listener, results):
    with listener:
        connection, _ = listener.accept()
        with connection:
            results.put(connection.recv(100))


if __name__ == "__main__":
    mp.set_start_method("spawn")
    to_child, inbox = mp.Pipe()
    process = mp.Process(target=use, args=(inbox,))
    process.start()
    here, there = mp.Pipe()
    to_child.send(there)
    print(here.recv())
    there.close()
    try:
        here.recv()
    except EOFError:
        print("EOFError")
    left, right = socket.socketpair()
    to_child.send(right)
    print(left.recv(100))
    right.close()
    print(left.recv(100))
    left.close()
    process.join()
    print(process.exitcode)

    results = mp.Queue()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = listener.getsockname()
        process = mp.Process(target=serve, args=(listener, results))
        process.start()
    with socket.create_connection(address) as client:
        client.sendall(b"to the child's listener")
        print(results.get())
    process.join()

    # Descriptors sent by hand.
    one, other = socket.socketpair()
    reader, writer = os.pipe()
    print(socket.send_fds(one, [b"here it is"], [writer]))
    message, descriptors, flags, address = socket.recv_fds(other, 100, 4)
    print(message, len(descriptors), descriptors[0] != writer, flags)
    os.close(writer)
    os.write(descriptors[0], b"through the copy")
    os.close(descriptors[0])
    print(os.read(reader, 100), os.read(reader, 100))
    print(socket.CMSG_LEN(4), socket.CMSG_SPACE(4))
    one.close()
    other.close()
