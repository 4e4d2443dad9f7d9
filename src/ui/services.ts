/** What components share: the stores and how to speak to the reader. Made once, by `main.tsx`. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { assert } from '../lib/assert.ts';
import type { Halts } from '../store/halts.ts';
import type { createInquirer } from '../store/inquirer.ts';
import type { NewClient } from '../store/lab.ts';
import type { LaneWishesStore } from '../store/lane-wishes.ts';
import type { Orders } from '../store/orders.ts';
import type { State } from '../store/state.ts';
import type { Actions, Store } from '../store/store.ts';
import type { Chrome, ChromeStore } from './chrome.ts';
import type { Gallery } from './gallery.ts';
import type { LanesView } from './lanes-view.ts';
import { usePage } from './page.ts';
import type { Panes } from './panes.ts';
import type { Session, SessionState } from './session.ts';
import type { Settings, SettingsStore } from './settings.ts';
import type { Tips } from './tips.ts';
import type { Voice } from './voice.ts';

export interface Services {
  readonly store: Store;
  readonly orders: Orders;
  /** Looks inside runs, with a worker of its own. */
  readonly inspector: Parameters<typeof createInquirer>[0];
  /** A worker of its own: for the guarantee lab, for runs side by side. */
  readonly newClient: NewClient;
  /** How many of them may be at work for the guarantee lab. */
  readonly labWorkers: number;
  readonly halts: Halts;
  readonly session: Session;
  readonly settings: SettingsStore;
  readonly lanesView: LanesView;
  readonly laneWishes: LaneWishesStore;
  readonly chrome: ChromeStore;
  readonly voice: Voice;
  readonly gallery: Gallery;
  readonly panes: Panes;
  readonly tips: Tips;
}

export const ServicesContext = createContext<Services | null>(null);

export function useServices(): Services {
  const services = useContext(ServicesContext);
  assert(services !== null, 'the components stand inside a ServicesContext');
  return services;
}

export function useApp<T>(select: (state: State) => T): T {
  return useStore(useServices().store, select);
}

export function useActions(): Actions {
  return useServices().store.actions;
}

export function useSession<T>(select: (state: SessionState) => T): T {
  return useStore(useServices().session, select);
}

export function useChrome<T>(select: (chrome: Chrome) => T): T {
  return useStore(useServices().chrome, select);
}

export function useSettings(): readonly [Settings, (changes: Partial<Settings>) => void] {
  const { settings } = useServices();
  return [useStore(settings), settings.change];
}

/** Whether a media query holds. */
export function useMedia(query: string): boolean {
  const list = usePage().media(query);
  return useSyncExternalStore(
    (changed) => {
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => list.matches,
  );
}
