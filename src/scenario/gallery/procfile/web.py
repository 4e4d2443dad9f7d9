import asyncio
import os

async def serve(reader, writer):
    name = (await reader.readline()).decode().strip()
    print(name, 'is served')
    await asyncio.sleep(1)
    writer.write(f'hello {name}\n'.encode())
    writer.close()
    await writer.wait_closed()

async def main():
    await asyncio.sleep(0.3)
    server = await asyncio.start_server(serve, '127.0.0.1', int(os.environ['PORT']))
    print('the doors are open')
    await server.serve_forever()

asyncio.run(main())
