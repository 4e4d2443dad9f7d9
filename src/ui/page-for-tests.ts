/** A page for tests: it remembers, and does nothing else that is not asked for. */
import type { Page } from './page.ts';

interface PageForTests {
  /** What it remembers, by key; may be changed. */
  readonly kept: Record<string, string>;
  readonly page: Page;
}

export function pageWith(kept: Record<string, string> = {}, changes: Partial<Page> = {}): PageForTests {
  const nobody = () => () => {};
  const page: Page = {
    ...{ base: '', hash: () => '', onHashChange: nobody, dropFragment: () => {}, onKeyDown: nobody },
    ...{ onDrag: nobody, onHide: nobody, askForUpdate: () => {}, keepOffline: () => {} },
    ...{ copy: async () => false, download: () => {}, setTheme: () => {} },
    media: () => {
      throw new Error('nobody asks for a media query here');
    },
    remember: (key) => kept[key],
    keep: (key, value) => {
      if (value === undefined) delete kept[key];
      else kept[key] = value;
    },
    ...changes,
  };
  return { kept, page };
}
