/**
 * What asyncio had from Python 3.4 to 3.13 and has no more. Old lecture notes use it, so it works here; each use is a hazard
 * that says since when it is gone, and what to write instead. Sources: the "What's New" pages of Python 3.7 to 3.14.
 */
export interface LegacyName {
  /** The first version that does not have it. */
  readonly removedIn: string;
  /** What a program of today says. */
  readonly instead: string;
}

export const LEGACY: Readonly<Record<string, LegacyName>> = {
  'asyncio.async': { removedIn: '3.7', instead: 'asyncio.create_task()' },
  'asyncio.coroutine': { removedIn: '3.11', instead: 'async def, and await in place of yield from' },
  'asyncio.JoinableQueue': { removedIn: '3.4.4', instead: 'asyncio.Queue' },
  'asyncio.Task.all_tasks': { removedIn: '3.9', instead: 'asyncio.all_tasks()' },
  'asyncio.Task.current_task': { removedIn: '3.9', instead: 'asyncio.current_task()' },
  'asyncio.get_child_watcher': { removedIn: '3.14', instead: 'nothing: the loop watches its child processes itself' },
  'asyncio.set_child_watcher': { removedIn: '3.14', instead: 'nothing: the loop watches its child processes itself' },
  'asyncio.AbstractChildWatcher': {
    removedIn: '3.14',
    instead: 'nothing: the loop watches its child processes itself',
  },
  'asyncio.SafeChildWatcher': { removedIn: '3.14', instead: 'nothing: the loop watches its child processes itself' },
  'asyncio.FastChildWatcher': { removedIn: '3.14', instead: 'nothing: the loop watches its child processes itself' },
  'asyncio.MultiLoopChildWatcher': {
    removedIn: '3.14',
    instead: 'nothing: the loop watches its child processes itself',
  },
  'asyncio.ThreadedChildWatcher': {
    removedIn: '3.14',
    instead: 'nothing: the loop watches its child processes itself',
  },
  'asyncio.PidfdChildWatcher': { removedIn: '3.14', instead: 'nothing: the loop watches its child processes itself' },
  'the loop= parameter': { removedIn: '3.10', instead: 'the call without it' },
  'with (yield from lock)': { removedIn: '3.9', instead: 'async with lock' },
  'asyncio.wait() of coroutines': { removedIn: '3.11', instead: 'tasks: asyncio.create_task() for each' },
  'get_event_loop() that makes a loop': { removedIn: '3.14', instead: 'asyncio.run(main())' },
};

/** `asyncio.coroutine is gone since Python 3.11; write async def…` */
export function legacyText(name: string): string {
  const known = LEGACY[name];
  return known === undefined
    ? `${name} is gone`
    : `${name} is gone since Python ${known.removedIn}; what is written today: ${known.instead}`;
}
