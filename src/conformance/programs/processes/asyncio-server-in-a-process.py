# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import asyncio
import multiprocessing as mp
import signal


async def serve(connection):
    served = 0

    async def handle(reader, writer):
        nonlocal served
        served += 1
        while line := await reader.readline():
            writer.write(line[::-1].strip() + b"\n")
            await writer.drain()
        writer.close()

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    connection.send(server.sockets[0].getsockname()[1])
    async with server:
        await ended.wait()
    connection.send(served)


def run_server(connection):
    asyncio.run(serve(connection))


async def call(port, *words):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    answers = []
    for word in words:
        writer.write(word.encode() + b"\n")
        answers.append((await reader.readline()).decode().strip())
    writer.close()
    await writer.wait_closed()
    return answers


def run_client(port, queue):
    queue.put(asyncio.run(call(port, "from", "another", "process")))


async def main():
    here, there = mp.Pipe()
    server = mp.Process(target=run_server, args=(there,))
    server.start()
    port = await asyncio.to_thread(here.recv)
    print(await asyncio.gather(call(port, "abc", "def"), call(port, "level"), call(port)))
    queue = mp.Queue()
    client = mp.Process(target=run_client, args=(port, queue))
    client.start()
    print(await asyncio.to_thread(queue.get))
    client.join()
    server.terminate()
    print(await asyncio.to_thread(here.recv))
    await asyncio.to_thread(server.join)
    print(server.exitcode, client.exitcode)
    try:
        await call(port, "late")
    except ConnectionRefusedError as error:
        print(type(error).__name__, error.errno)


if __name__ == "__main__":
    mp.set_start_method("spawn")
    asyncio.run(main())
