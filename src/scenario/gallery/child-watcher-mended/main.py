import asyncio
import threading

async def run(code):
    process = await asyncio.create_subprocess_shell(f'exit {code}')
    return await process.wait()

def work():
    name = threading.current_thread().name
    try:
        print(name, asyncio.run(run(1)))
    except RuntimeError as error:
        print(name, error)

def start(name):
    thread = threading.Thread(target=work, name=name)
    thread.start()
    return thread

start('too-early').join()

async def main():
    print('main', await run(2))
    worker = start('worker')
    while worker.is_alive():
        await asyncio.sleep(0.1)

asyncio.run(main())
