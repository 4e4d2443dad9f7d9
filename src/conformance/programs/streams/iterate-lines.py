# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def talk(reader, writer):
    for number in range(5):
        writer.write(f'line {number}\n'.encode())
        await writer.drain()
        await asyncio.sleep(0)
    writer.write(b'no end')
    writer.close()
    await writer.wait_closed()


async def main():
    async with await asyncio.start_server(talk, '127.0.0.1', 0) as server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        async for line in reader:
            print(line)
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
