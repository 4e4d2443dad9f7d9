import asyncio


async def shout(reader, writer):
    async for line in reader:
        writer.write(line.upper())
        await writer.drain()
    writer.close()


async def client(name, port):
    reader, writer = await asyncio.open_connection('127.0.0.1', port)
    for word in ('hello', 'bye'):
        writer.write(f'{word} from {name}\n'.encode())
        answer = await reader.readline()
        print(answer.decode().strip())
    writer.close()
    await writer.wait_closed()


async def main():
    server = await asyncio.start_server(shout, '127.0.0.1', 8888)
    async with server, asyncio.TaskGroup() as group:
        group.create_task(client('Ada', 8888), name='Ada')
        group.create_task(client('Bob', 8888), name='Bob')


asyncio.run(main())
