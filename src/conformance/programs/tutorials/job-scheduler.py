import asyncio
import heapq
from dataclasses import dataclass, field
from enum import Enum, auto

class State(Enum):
    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()

@dataclass(order=True)
class Job:
    due: float
    name: str = field(compare=False)
    cost: float = field(default=0.1, compare=False)
    needs: tuple[str, ...] = field(default=(), compare=False)
    state: State = field(default=State.WAITING, compare=False)

async def execute(job, jobs, finished):
    loop = asyncio.get_running_loop()
    for n in job.needs:
        await finished[n].wait()
        if jobs[n].state is State.FAILED:
            job.state = State.FAILED
            finished[job.name].set()
            print(f'{loop.time():.2f} {job.name} skipped: {n} failed')
            return
    job.state = State.RUNNING
    print(f'{loop.time():.2f} {job.name} starts')
    try:
        await asyncio.sleep(job.cost)
        if job.cost > 2: raise RuntimeError('too expensive')
        job.state = State.DONE
    except RuntimeError as e:
        job.state = State.FAILED
        print(f'{loop.time():.2f} {job.name} failed: {e}')
    finally:
        finished[job.name].set()

async def main():
    spec = [Job(1.0, 'compile', 1.0), Job(0.5, 'fetch', 0.7), Job(1.2, 'test', 0.5, ('compile',)), Job(0.2, 'scan', 2.5), Job(1.1, 'package', 0.3, ('test', 'scan')), Job(3, 'report')]
    jobs = {j.name: j for j in spec}
    finished = {j.name: asyncio.Event() for j in spec}
    heap = list(spec)
    heapq.heapify(heap)
    loop = asyncio.get_running_loop()
    async with asyncio.TaskGroup() as tg:
        while heap:
            job = heapq.heappop(heap)
            await asyncio.sleep(max(0, job.due - loop.time()))
            tg.create_task(execute(job, jobs, finished), name=job.name)
    for j in jobs.values():
        print(f'{j.name:>8}: {j.state.name:<8}{j.state!r}')

asyncio.run(main())
