# Recorded from CPython 3.13 on Linux: the interpreter in WebAssembly has no sockets.
import asyncio


async def handle_echo(reader, writer):
    data = await reader.read(100)
    message = data.decode()
    host, port = writer.get_extra_info('peername')
    print(f'Received {message!r} from {host!r}', type(port).__name__)
    writer.write(data)
    await writer.drain()
    print('Close the connection')
    writer.close()
    await writer.wait_closed()


async def client(message, port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    print(f'Send: {message!r}')
    writer.write(message.encode())
    await writer.drain()
    data = await reader.read(100)
    print(f'Received: {data.decode()!r}')
    print('at end:', reader.at_eof(), await reader.read(), reader.at_eof())
    writer.close()
    await writer.wait_closed()
    print('closing:', writer.is_closing())


async def main():
    server = await asyncio.start_server(handle_echo, '127.0.0.1', 0)
    print(len(server.sockets), server.is_serving())
    port = server.sockets[0].getsockname()[1]
    async with server:
        for message in ('Hello World!', 'äöü', 'x' * 99):
            await client(message, port)
    print(server.is_serving(), server.sockets)


asyncio.run(main())
