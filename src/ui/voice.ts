/**
 * What is said in the page's one polite live region. Emptied and filled, so that the same words can be said twice, and
 * not more often than a reader can listen.
 */
import { createStore, type StoreApi } from 'zustand/vanilla';

export interface Voice {
  readonly said: StoreApi<{ readonly text: string }>;
  /** Replaces what has not been said yet. */
  readonly say: (text: string) => void;
}

const PAUSE_MS = 120;

export function createVoice(): Voice {
  const said = createStore<{ readonly text: string }>(() => ({ text: '' }));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  return {
    said,
    say: (text) => {
      clearTimeout(waiting);
      said.setState({ text: '' });
      waiting = setTimeout(() => said.setState({ text }), PAUSE_MS);
    },
  };
}
