# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no processes.
import asyncio
import sys
from asyncio.subprocess import DEVNULL, PIPE, STDOUT


async def run(*args, **options):
    process = await asyncio.create_subprocess_exec(*args, **options)
    out, err = await process.communicate()
    return process.returncode, out, err


async def main():
    print(await run(sys.executable, "-c", "print('hello')", stdout=PIPE))
    print(await run(sys.executable, "-c", "import sys; sys.exit('gone')", stdout=PIPE, stderr=PIPE))
    print(await run("echo", "both", stdout=PIPE, stderr=STDOUT), await run("echo", "nobody", stdout=DEVNULL))

    results = await asyncio.gather(*(run("echo", str(number), stdout=PIPE) for number in range(5)))
    print([out for _, out, _ in results])

    process = await asyncio.create_subprocess_shell("cat; exit 3", stdin=PIPE, stdout=PIPE)
    out, _ = await process.communicate(b"through the shell")
    print(out, process.returncode)

    process = await asyncio.create_subprocess_exec("cat", stdin=PIPE, stdout=PIPE)
    for word in (b"one\n", b"two\n"):
        process.stdin.write(word)
        await process.stdin.drain()
        print(await process.stdout.readline(), process.returncode)
    process.stdin.close()
    print(await process.stdout.read(), await process.wait())

    order = []

    async def sleeper(seconds):
        process = await asyncio.create_subprocess_exec("sleep", str(seconds))
        order.append((seconds, await process.wait()))

    await asyncio.gather(sleeper(0.6), sleeper(0.2), sleeper(0.4))
    print(order)

    process = await asyncio.create_subprocess_exec("sleep", "60")
    try:
        await asyncio.wait_for(process.wait(), 0.1)
    except TimeoutError:
        process.terminate()
        print("terminated", await process.wait())
    process = await asyncio.create_subprocess_exec("sleep", "60")
    process.kill()
    print("killed", await process.wait(), process.returncode)
    try:
        await asyncio.create_subprocess_exec("no-such-program")
    except FileNotFoundError as error:
        print(error)
    async with asyncio.timeout(5):
        lines = []
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-u", "-c", "for i in range(3): print('line', i)", stdout=PIPE
        )
        async for line in process.stdout:
            lines.append(line)
        print(lines, await process.wait())


class Protocol(asyncio.SubprocessProtocol):
    def __init__(self, done):
        self.done, self.events = done, []

    def connection_made(self, transport):
        self.events.append("made")

    def pipe_data_received(self, fd, data):
        self.events.append((fd, data))

    def pipe_connection_lost(self, fd, exc):
        self.events.append(("lost", fd, exc))

    def process_exited(self):
        self.events.append("exited")

    def connection_lost(self, exc):
        self.events.append(("closed", exc))
        self.done.set_result(None)


async def protocols():
    loop = asyncio.get_running_loop()
    done = loop.create_future()
    transport, protocol = await loop.subprocess_exec(lambda: Protocol(done), "echo", "hi", stdin=None, stderr=None)
    await done
    print(protocol.events[0], (1, b"hi\n") in protocol.events, protocol.events[-1], "exited" in protocol.events)
    print(transport.get_returncode(), transport.get_pipe_transport(1) is not None, transport.get_pipe_transport(7))


asyncio.run(main())
asyncio.run(protocols())
