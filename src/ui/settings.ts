/** What the reader has set up for this browser. Kept between visits; never part of a link. */
import { createStore, type StoreApi } from 'zustand/vanilla';
import { SHORTCUT_MODES, type ShortcutMode } from './keys.ts';
import { type Page, THEMES, type Theme } from './page.ts';

export const AXES = ['steps', 'time'] as const;
export type Axis = (typeof AXES)[number];

export interface Settings {
  readonly theme: Theme;
  readonly shortcuts: ShortcutMode;
  readonly axis: Axis;
  /** Present is light, unless the room is dark. */
  readonly isDarkProjector: boolean;
}

export interface SettingsStore extends StoreApi<Settings> {
  readonly change: (changes: Partial<Settings>) => void;
}

export function createSettings(page: Page): SettingsStore {
  const store = createStore<Settings>(() => ({
    theme: oneOf(THEMES, page.remember('theme')),
    shortcuts: oneOf(SHORTCUT_MODES, page.remember('shortcuts'), 'focus'),
    axis: oneOf(AXES, page.remember('axis')),
    isDarkProjector: page.remember('isDarkProjector') === 'true',
  }));
  page.setTheme(store.getState().theme);
  const change = (changes: Partial<Settings>) => {
    store.setState(changes);
    for (const [key, value] of Object.entries(changes)) page.keep(key, String(value));
    page.setTheme(store.getState().theme);
  };
  return { ...store, change };
}

function oneOf<T extends string>(all: readonly [T, ...T[]], text: string | undefined, otherwise: T = all[0]): T {
  return all.find((one) => one === text) ?? otherwise;
}
