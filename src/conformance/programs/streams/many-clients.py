# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def add(reader, writer):
    async for line in reader:
        a, b = map(int, line.split())
        writer.write(f'{a + b}\n'.encode())
    writer.close()


async def ask(address, number):
    reader, writer = await asyncio.open_connection(*address)
    answers = []
    for step in range(3):
        writer.write(f'{number} {step}\n'.encode())
        await writer.drain()
        answers.append(int(await reader.readline()))
    writer.close()
    await writer.wait_closed()
    return answers


async def main():
    async with await asyncio.start_server(add, '127.0.0.1', 0) as server:
        address = server.sockets[0].getsockname()
        print(await asyncio.gather(*(ask(address, number) for number in range(20))))


asyncio.run(main())
