# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def main():
    loop = asyncio.get_running_loop()

    async def quiet(reader, writer):
        await reader.read()
        writer.close()

    async with await asyncio.start_server(quiet, '127.0.0.1', 0) as server:
        transport, protocol = await loop.create_connection(asyncio.Protocol, *server.sockets[0].getsockname())
        try:
            await loop.start_tls(transport, protocol, None)
        except TypeError as exc:
            print(exc)
        try:
            await loop.create_connection(asyncio.Protocol, '127.0.0.1', 1, server_hostname='x')
        except ValueError as exc:
            print(exc)
        transport.close()


asyncio.run(main())
