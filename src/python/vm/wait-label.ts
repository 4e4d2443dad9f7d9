/** What a blocked thread waits for, by the name of the library function that the program called: `Queue.get`, `Event.wait`. */
import { Frame } from './frame.ts';
import type { Thread } from './thread.ts';

/** Null: the program itself called the native function that waits. */
export function callWaited(thread: Thread): string | null {
  let found: Frame | null = null;
  for (let frame = thread.top; frame !== null; frame = frame.back) {
    if (!(frame instanceof Frame)) continue;
    if (frame.code.isUser) break;
    found = frame;
  }
  return found === null ? null : found.code.qualname.replace(/\.__enter__$/, '');
}
