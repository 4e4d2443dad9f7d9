/** What a blocked thread waits for, by the name of the library function that the program called: `Queue.get()`, `Event.wait()`. */
import { Frame } from './frame.ts';
import type { Thread } from './thread.ts';

/** Where a thread's own business begins: below it is only CPython's threading. */
const BOTTOM = 'Thread.run';

/** Null: the program itself called the native function that waits. */
export function callWaited(thread: Thread): string | null {
  let found: Frame | null = null;
  for (let frame = thread.top; frame !== null; frame = frame.back) {
    if (!(frame instanceof Frame)) continue;
    if (frame.code.isUser || frame.code.qualname === BOTTOM) break;
    found = frame;
  }
  if (found === null) return null;
  const { filename, qualname } = found.code;
  // A worker of ThreadPoolExecutor that idles.
  if (qualname === '_worker' && filename.endsWith('concurrent/futures/thread.py')) return 'work';
  return `${qualname.replace(/\.__enter__$/, '')}()`;
}
