/**
 * The wire to the page around the frame. Only what comes from the parent window, in our schema, and not as a flood is
 * heard. What tells about the program goes out only when somebody there has asked, and to nobody else.
 */
import { isForEverybody, messageOf, readWish, type Told, type Wish } from './messages.ts';

/** The parent window; null when this is no frame. */
export type Around = { readonly postMessage: (message: unknown, targetOrigin: string) => void } | null;

export interface Heard {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
}

export interface Wire {
  readonly tell: (told: Told) => void;
  /** One listener; a second takes the place of the first. */
  readonly onWish: (listener: (wish: Wish) => void) => void;
}

interface WireNeeds {
  readonly around: Around;
  readonly listen: (listener: (heard: Heard) => void) => void;
  readonly nowMs: () => number;
}

/** More wishes in one second than a page can mean are not looked at. */
const WISHES_MAX = 60;
const SECOND_MS = 1_000;

export function createWire({ around, listen, nowMs }: WireNeeds): Wire {
  let listener: (wish: Wish) => void = () => {};
  let asker: string | null = null;
  let since = Number.NEGATIVE_INFINITY;
  let count = 0;

  const isFlood = () => {
    const now = nowMs();
    if (now - since >= SECOND_MS) {
      since = now;
      count = 0;
    }
    count++;
    return count > WISHES_MAX;
  };

  if (around !== null) {
    listen(({ data, origin, source }) => {
      if (source !== around || isFlood()) return;
      const wish = readWish(data);
      if (wish === null) return;
      // A sandboxed page has no origin that could be named; the window itself is the address then.
      asker = origin === 'null' || origin === '' ? '*' : origin;
      listener(wish);
    });
  }
  return {
    tell: (told) => {
      const to = isForEverybody(told) ? '*' : asker;
      if (to !== null) around?.postMessage(messageOf(told), to);
    },
    onWish: (next) => {
      listener = next;
    },
  };
}
