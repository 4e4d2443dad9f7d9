# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def count(reader, writer):
    data = await reader.read()
    print('server has all', len(data))
    writer.write(f'{len(data)} bytes'.encode())
    await writer.drain()
    writer.write_eof()
    print('server wrote its end', writer.can_write_eof())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(count, '127.0.0.1', 0)
    async with server:
        reader, writer = await asyncio.open_connection(*server.sockets[0].getsockname())
        for _ in range(10):
            writer.write(b'x' * 1000)
        writer.writelines([b'a', b'bc'])
        await writer.drain()
        writer.write_eof()
        try:
            writer.write(b'more')
        except RuntimeError as exc:
            print('RuntimeError', exc)
        print(await reader.read())
        print(await reader.read())
        writer.close()
        await writer.wait_closed()


asyncio.run(main())
