/**
 * What the page around the components can do. Only `main.tsx` touches the document and the address; everybody else gets
 * this, so that components can be shown without a browser's address bar.
 */
import { createContext, useContext } from 'react';
import { assert } from '../lib/assert.ts';

export interface Page {
  /** The address before the `#`. */
  readonly base: string;
  /** The fragment of the address now, `#` included, or empty. */
  readonly hash: () => string;
  /** Calls back when the reader opens another fragment; returns how to stop. */
  readonly onHashChange: (listener: () => void) => () => void;
  /** Takes the fragment away and leaves no trace in the history. */
  readonly dropFragment: () => void;
  /** Every key pressed anywhere on the page, first of all. */
  readonly onKeyDown: (listener: (event: KeyboardEvent) => void) => () => void;
  /** What is dragged over the page and dropped on it, first of all. */
  readonly onDrag: (listener: (event: DragEvent) => void) => () => void;
  /** The reader goes elsewhere, perhaps for good: what is not kept now may be lost. */
  readonly onHide: (listener: () => void) => () => void;
  /** Somebody has a newer Loopscope: whoever keeps this one in the browser is told to look for it, once. */
  readonly askForUpdate: () => void;
  /** Keeps the page for when there is no network, and tells when a newer one is there; `use` puts that in its place. */
  readonly keepOffline: (onNewer: (use: () => void) => void) => void;
  /** False when the browser refuses. */
  readonly copy: (text: string) => Promise<boolean>;
  /** Text is JSON. */
  readonly download: (name: string, content: string | Blob) => void;
  /** Undefined where nothing is kept or the browser keeps nothing. */
  readonly remember: (key: string) => string | undefined;
  /** Undefined forgets. */
  readonly keep: (key: string, value: string | undefined) => void;
  readonly setTheme: (theme: Theme) => void;
  /** Whether a media query holds now, and when that changes. */
  readonly media: (query: string) => MediaQueryList;
}

/** The fragment of the address of the presenter's window, which is no scenario. */
export const PRESENTER_HASH = '#presenter';

/** The key under which drafts are kept. */
export const DRAFTS = 'drafts';

/** The event on `window` by which `askForUpdate` tells. */
export const UPDATE_WANTED = 'loopscope:update-wanted';

/** `contrast`: as light or dark as the system, with more contrast than either. */
export const THEMES = ['system', 'light', 'dark', 'contrast'] as const;
export type Theme = (typeof THEMES)[number];

export const PageContext = createContext<Page | null>(null);

export function usePage(): Page {
  const page = useContext(PageContext);
  assert(page !== null, 'the components stand inside a PageContext');
  return page;
}
