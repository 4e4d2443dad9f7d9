import asyncio, sys, gc
sys.stderr = sys.stdout

async def forever(name):
    try: await asyncio.Future()
    finally: print(name, 'finally')

async def main(loop):
    loop.set_exception_handler(lambda l, c: print('HANDLER', c['message'], c['task'].get_name(), sorted(c)))
    asyncio.create_task(forever('lost'), name='lost'); await asyncio.sleep(0.1)
    print('before collect'); gc.collect(); print('after collect')
    f = loop.create_future(); t = asyncio.create_task(waits(f), name='held by its future'); await asyncio.sleep(0); t = None; gc.collect(); print('still there'); f.set_result(1); await asyncio.sleep(0.1)
    t = asyncio.create_task(forever('quiet'), name='quiet'); t._log_destroy_pending = False; await asyncio.sleep(0); t = None; gc.collect(); print('quiet gone')
    return 'main ends'
async def waits(f): await f; print('woken')
loop = asyncio.new_event_loop()
print(loop.run_until_complete(main(loop)))
loop.close(); print('closed')
loop = asyncio.new_event_loop()
async def leaves(): asyncio.create_task(asyncio.sleep(99), name='left over'); await asyncio.sleep(0)
loop.run_until_complete(leaves()); loop.close(); print('end of program')
