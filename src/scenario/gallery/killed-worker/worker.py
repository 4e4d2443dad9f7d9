import asyncio
import os

done = 0

async def work(reader, writer):
    global done
    job = (await reader.readline()).decode().strip()
    await asyncio.sleep(1)
    done += 1
    writer.write(f'{job} is done, number {done} of mine\n'.encode())
    writer.close()

async def main():
    port = int(os.environ['PORT'])
    server = await asyncio.start_server(work, '127.0.0.1', port)
    await server.serve_forever()

asyncio.run(main())
