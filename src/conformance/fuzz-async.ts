/** asyncio: tasks that sleep, are cancelled, wait for one another; what each prints, and at what time of the loop. */
import { readGrammar } from './fuzz-grammar.ts';

export const ASYNC = readGrammar(`
section:
  - <world>
    async def work(name, delay=<delay>):
        <block>
    async def main():
        <start>
        <start>
        <mainstep>
        <mainstep>
        <mainstep>
        <finish>
    run(main)
  - <world>
    async def work(name, delay=<delay>):
        <block>
    async def main():
        <mainblock>
        <mainblock>
        <finish>
    run(main)
  - async def gen(n=<small>):
        <genblock>
    async def main():
        it = gen()
        <genuse>
        <genuse>
        await it.aclose()
    run(main)
  - <world>
    async def producer(name):
        for i in range(<small>):
            <sleep>
            await queue.put((name, i))
            log(name, 'put', i, queue.qsize())
        <queueend>
    async def consumer(name):
        while True:
            item = await <queueget>
            log(name, 'got', item)
            <sleep>
            queue.task_done()
    async def main():
        tasks = [spawn(consumer('c1'), 'c1'), spawn(consumer('c2'), 'c2')]
        await asyncio.gather(producer('p1'), producer('p2'), return_exceptions=<bool0>)
        <queuewait>
        for task in tasks: task.cancel()
        log('main', await asyncio.gather(*tasks, return_exceptions=True))
    run(main)
world:
  - lock, event, semaphore, queue, condition = asyncio.Lock(), asyncio.Event(), asyncio.Semaphore(2), asyncio.Queue(<small>), asyncio.Condition()
bool0:
  - True ;; False
delay:
  - 0 ;; 0.1 ;; 0.2 ;; 0.3 ;; 0.1 ;; 0.2 ;; 1
queueend:
  - pass ;; queue.shutdown() ;; raise ValueError(name) ;; queue.shutdown(immediate=True)
queueget:
  - queue.get() ;; asyncio.wait_for(queue.get(), <delay>) ;; asyncio.shield(queue.get())
queuewait:
  - await asyncio.sleep(2) ;; await asyncio.wait_for(queue.join(), 1) ;; await asyncio.sleep(0) ;; pass
sleep:
  - await asyncio.sleep(0) ;; await asyncio.sleep(<delay>) ;; await asyncio.sleep(delay) ;; pass
sleep1:
  - await asyncio.sleep(0) ;; await asyncio.sleep(<delay>) ;; await asyncio.sleep(delay)
block:
  - <step> ;; <step>
    <step> ;; <step>
    <step>
    <step> ;; <try>
step:
  - <sleep1> ;; log(name, 'a') ;; <sleep1>
    log(name, 'slept') ;; return name ;; raise <exc> ;; <try> ;; <with> ;; await event.wait() ;; event.set() ;; event.clear() ;; <try> ;; <sleep1>
  - log(name, await asyncio.sleep(<delay>, <small>)) ;; if name == '<taskname>': <simple> ;; await asyncio.shield(asyncio.sleep(<delay>)) ;; for i in range(<small>): <simple> ;; log(name, repr(await queue.get())) ;; await queue.put(name) ;; queue.put_nowait(name) ;; asyncio.current_task().cancel() ;; asyncio.current_task().uncancel() ;; log(name, asyncio.current_task().cancelling())
  - async with condition: <conditionstep> ;; log(name, len(asyncio.all_tasks())) ;; await asyncio.wait_for(<awaitable>, <delay>) ;; asyncio.current_task().cancel('<taskname>') ;; cancel('<taskname>') ;; log(name, lock.locked(), semaphore.locked())
simple:
  - log(name, 'simple') ;; await asyncio.sleep(<delay>) ;; raise <exc> ;; return 'r' ;; event.set() ;; cancel('<taskname>') ;; await asyncio.sleep(0) ;; lock.release() ;; semaphore.release()
conditionstep:
  - condition.notify_all() ;; await condition.wait() ;; condition.notify(<small>) ;; await condition.wait_for(lambda: event.is_set()) ;; await asyncio.sleep(<delay>)
with:
  - async with lock:
        log(name, 'locked')
        <step> ;; async with semaphore:
        log(name, 'in')
        <step> ;; async with asyncio.timeout(<delay>) as cm:
        <step>
        <step> ;; async with asyncio.TaskGroup() as tg:
        tg.create_task(leaf('<taskname>1', <delay>))
        tg.create_task(leaf('<taskname>2', <delay>, <leafend>))
        <step> ;; async with asyncio.timeout_at(asyncio.get_running_loop().time() + <delay>):
        <step>
try:
  - try:
        <block>
    except <caught> as error:
        log(name, 'caught', repr(error))
        <handler>
  - try:
        <block>
    finally:
        log(name, 'finally')
        <final>
  - try:
        <block>
    except* <caught1> as group:
        log(name, repr(group))
  - try:
        <block>
    except asyncio.CancelledError:
        log(name, 'cancelled')
        raise
handler:
  - pass ;; raise ;; <sleep1> ;; raise <exc> ;; return 'handled' ;; asyncio.current_task().uncancel() ;; raise ValueError('chained') from error
final:
  - pass ;; <sleep1> ;; raise <exc>
caught:
  - asyncio.CancelledError ;; ValueError ;; Exception ;; TimeoutError ;; BaseException ;; RuntimeError ;; asyncio.QueueEmpty ;; (ValueError, asyncio.CancelledError)
caught1:
  - ValueError ;; Exception ;; TimeoutError
exc:
  - ValueError(name) ;; KeyError('k') ;; asyncio.CancelledError ;; asyncio.CancelledError('own') ;; TimeoutError ;; RuntimeError('r') ;; ValueError
leafend:
  - 'ok' ;; ValueError('leaf') ;; KeyError('leaf') ;; asyncio.CancelledError()
taskname:
  - A ;; B ;; C
start:
  - spawn(work('A'), 'A') ;; spawn(work('A', <delay>), 'A')
    spawn(work('B', <delay>), 'B') ;; spawn(leaf('B', <delay>, <leafend>), 'B') ;; spawn(work('C', <delay>), 'C') ;; after(<delay>, '<taskname>') ;; asyncio.get_running_loop().call_later(<delay>, event.set) ;; asyncio.get_running_loop().call_soon(log, 'soon') ;; asyncio.get_running_loop().call_later(<delay>, queue.put_nowait, 1)
  - spawn(work('A'), 'A')
    spawn(work('B'), 'B')
    spawn(work('C'), 'C')
    after(<delay>, '<taskname>') ;; tasks['A'] = asyncio.eager_task_factory(asyncio.get_running_loop(), work('A'), name='A') ;; future('B', <delay>, <leafend>)
awaited:
  - tasks.get('A') ;; tasks.get('B') ;; leaf('L', <delay>) ;; leaf('M', <delay>, <leafend>) ;; work('W', <delay>) ;; asyncio.sleep(<delay>, 's') ;; asyncio.shield(tasks['A'])
awaitable:
  - leaf('L', <delay>) ;; leaf('M', <delay>, <leafend>) ;; asyncio.sleep(<delay>) ;; event.wait() ;; lock.acquire() ;; queue.get()
mainstep:
  - <sleep2> ;; cancel('<taskname>') ;; cancel('<taskname>', 'why') ;; event.set() ;; <mainblock> ;; <mainblock> ;; log('main', show_tasks()) ;; <sleep2> ;; queue.put_nowait('m') ;; log('main', tasks['A'].done())
sleep2:
  - await asyncio.sleep(0) ;; await asyncio.sleep(<delay>)
mainblock:
  - try:
        log('main', 'got', repr(await <combination>))
    except BaseException as error:
        log('main', error_chain(error))
  - try:
        async with asyncio.timeout(<delay>) as cm:
            log('main', repr(await <combination>))
        log('main', 'in time')
    except BaseException as error:
        log('main', error_chain(error), cm.expired())
  - try:
        async with asyncio.TaskGroup() as tg:
            tasks['A'] = tg.create_task(work('A', <delay>), name='A')
            tasks['B'] = tg.create_task(leaf('B', <delay>, <leafend>), name='B')
            <groupstep>
        log('main', 'group done')
    except BaseException as error:
        log('main', error_chain(error))
  - done, pending = await asyncio.wait([spawn(leaf('P', <delay>, <leafend>), 'P'), spawn(work('A', <delay>), 'A')], <waitoption>)
    log('main', sorted(t.get_name() for t in done), sorted(t.get_name() for t in pending))
    for task in sorted(pending, key=lambda task: task.get_name()): task.cancel()
  - for future in asyncio.as_completed([spawn(leaf('P', <delay>, <leafend>), 'P'), spawn(leaf('Q', <delay>), 'Q'), spawn(work('R', <delay>), 'R')], <completedoption>):
        try:
            log('main', await future)
        except BaseException as error:
            log('main', repr(error))
groupstep:
  - pass ;; <sleep2> ;; raise ValueError('body') ;; cancel('<taskname>') ;; log('main', await tasks['<taskname>']) ;; tg.create_task(leaf('C', <delay>, <leafend>), name='C') ;; asyncio.current_task().cancel() ;; return
waitoption:
  - return_when=asyncio.ALL_COMPLETED ;; return_when=asyncio.FIRST_COMPLETED ;; return_when=asyncio.FIRST_EXCEPTION ;; timeout=<delay>
completedoption:
  - timeout=None ;; timeout=<delay>
combination:
  - tasks['A'] ;; asyncio.gather(<awaited>, <awaited>) ;; asyncio.gather(<awaited>, <awaited>, return_exceptions=True) ;; asyncio.wait_for(<awaited>, <delay>) ;; asyncio.shield(<awaited>) ;; asyncio.wait_for(asyncio.shield(<awaited>), <delay>) ;; <awaited> ;; asyncio.gather(asyncio.gather(<awaited>, <awaited>), <awaited>) ;; asyncio.wait_for(asyncio.gather(<awaited>, <awaited>), <delay>) ;; asyncio.gather(<awaited>, asyncio.wait_for(<awaited>, <delay>), return_exceptions=True) ;; event.wait() ;; queue.get() ;; asyncio.wait_for(lock.acquire(), <delay>)
finish:
  - log('main', await asyncio.gather(*tasks.values(), return_exceptions=True)) ;; return 'main' ;; await asyncio.sleep(1) ;; event.set()
    await asyncio.wait(tasks.values(), timeout=2)
    log('main', show_tasks()) ;; raise ValueError('main')
genblock:
  - <genstep> ;; <genstep>
    <genstep> ;; try:
        <genstep>
    finally:
        log('gen', 'finally')
        <gensleep> ;; try:
        <genstep>
        <genstep>
    except <gencaught> as error:
        log('gen', repr(error))
        <genstep> ;; for i in range(3):
        <gensleep>
        yield i
genstep:
  - yield n ;; got = yield n; log('gen', got) ;; await asyncio.sleep(<delay>) ;; raise ValueError('gen') ;; return ;; log('gen', 'step') ;; yield (await asyncio.sleep(<delay>, 'v')) ;; yield [i async for i in gen(n - 1)] if n > 0 else [] ;; raise StopAsyncIteration ;; raise StopIteration(1)
gensleep:
  - pass ;; await asyncio.sleep(<delay>)
gencaught:
  - ValueError ;; GeneratorExit ;; asyncio.CancelledError ;; BaseException
genuse:
  - try:
        <genop>
    except BaseException as error:
        log('main', error_chain(error))
genop:
  - log(await anext(it)) ;; log(await it.asend(<small>)) ;; log(await it.athrow(ValueError('t'))) ;; log(await it.aclose()) ;; log([i async for i in it]) ;; async for i in it:
        log('item', i)
        break ;; log(await asyncio.wait_for(anext(it), <delay>)) ;; log({i: 1 async for i in gen(2) if i}) ;; log(await anext(it, 'default')) ;; log(next(it)) ;; async with contextlib.aclosing(it): log('closing') ;; log(await asyncio.gather(anext(it), anext(it), return_exceptions=True)) ;; log(await it.athrow(GeneratorExit)) ;; await it.asend(None); log(it.ag_running) ;; log([j for j in [i async for i in gen(1)]]) ;; async with asyncio.timeout(<delay>):
        async for i in it: log(i)
`);
