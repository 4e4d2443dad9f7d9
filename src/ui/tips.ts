/** Which term is being explained. It comes when a term is pressed or pointed at, and goes as WCAG 1.4.13 asks. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { TermName } from './words.ts';

export interface Tip {
  readonly term: TermName;
  /** The element that it belongs to. */
  readonly anchor: HTMLElement;
  /** `pointed`: goes when the pointer goes. `pressed`: stays until dismissed. `keyed`: takes the focus as well. */
  readonly how: 'pointed' | 'pressed' | 'keyed';
}

export interface Tips {
  readonly store: StoreApi<{ readonly tip: Tip | null }>;
  /** At once when pressed, a little later when pointed at. */
  readonly open: (tip: Tip) => void;
  /** The pointer has left the term or the explanation; it has time to reach the other. */
  readonly leave: () => void;
  /** The pointer has reached the explanation. */
  readonly stay: () => void;
  /** With an anchor: only when it is the one of that anchor. */
  readonly close: (anchor?: HTMLElement | null) => void;
}

const OPEN_MS = 350;
const LEAVE_MS = 250;

export function createTips(): Tips {
  const store = createStore<{ readonly tip: Tip | null }>(() => ({ tip: null }));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const later = (ms: number, act: () => void) => {
    clearTimeout(waiting);
    waiting = setTimeout(act, ms);
  };
  const close = (anchor?: HTMLElement | null) => {
    const { tip } = store.getState();
    if (anchor !== undefined && tip?.anchor !== anchor) return;
    clearTimeout(waiting);
    store.setState({ tip: null });
  };
  return {
    store,
    close,
    open: (tip) => {
      const isOpen = store.getState().tip?.anchor === tip.anchor;
      if (tip.how !== 'pointed') {
        clearTimeout(waiting);
        store.setState({ tip });
      } else if (isOpen) clearTimeout(waiting);
      else later(OPEN_MS, () => store.setState({ tip }));
    },
    leave: () => {
      const { tip } = store.getState();
      if (tip === null) clearTimeout(waiting);
      else if (tip.how === 'pointed') later(LEAVE_MS, () => close());
    },
    stay: () => clearTimeout(waiting),
  };
}
