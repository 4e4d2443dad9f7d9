/** The colours of pictures that leave the page, for a light and for a dark ground: those of `ui/tokens.css`; a test compares. */
import { GROUNDS, STATES, type StateName, TASK_HUES } from './states.ts';

export interface Palette {
  readonly ground: string;
  readonly groundSoft: string;
  /** Under what a step has changed. */
  readonly groundLine: string;
  readonly hairline: string;
  readonly hairlineStrong: string;
  readonly ink: string;
  readonly inkSoft: string;
  readonly accent: string;
  readonly states: Readonly<Record<StateName, string>>;
  readonly hues: readonly string[];
}

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

export const PALETTES: Readonly<Record<Scheme, Palette>> = {
  light: {
    ...{ ground: GROUNDS.light, groundSoft: '#f5f6f8', groundLine: '#fff3d6' },
    ...{ hairline: '#dfe3e8', hairlineStrong: '#7d8590', ink: '#16191d', inkSoft: '#565e69', accent: '#1d5bbf' },
    ...coloursOf('light'),
  },
  dark: {
    ...{ ground: GROUNDS.dark, groundSoft: '#161b22', groundLine: '#2b2413' },
    ...{ hairline: '#262c35', hairlineStrong: '#6e7681', ink: '#e6eaf0', inkSoft: '#9aa4b1', accent: '#86b4ff' },
    ...coloursOf('dark'),
  },
};

function coloursOf(scheme: Scheme): Pick<Palette, 'states' | 'hues'> {
  const states = Object.fromEntries(Object.entries(STATES).map(([name, look]) => [name, look[scheme]]));
  return { states: states as Palette['states'], hues: TASK_HUES.map((hue) => hue[scheme]) };
}

export function hueOf({ hues, ink }: Palette, hue: number): string {
  return hues[hue] ?? ink;
}
