/** Things that are waited on, as cells below a heading. */
import type { StateName } from './states.ts';

/** More are told as a number. */
export const CELLS_MAX = 12;

/** Cells below one heading; without any it is not there. */
export interface CellGroup {
  readonly key: string;
  readonly title: string;
  /** As many as are shown. */
  readonly cells: readonly Cell[];
  /** How many there are. */
  readonly count: number;
}

/** A cell is made for those that are shown only: there may be thousands. */
export function groupOf<T>(
  heading: Pick<CellGroup, 'key' | 'title'>,
  things: readonly T[],
  make: (thing: T) => Cell,
): CellGroup {
  return { ...heading, cells: things.slice(0, CELLS_MAX).map(make), count: things.length };
}

export interface Cell {
  readonly key: string;
  readonly title: string;
  readonly detail: string;
  readonly state: StateName;
  readonly slots?: { readonly items: readonly string[]; readonly limit: number };
}
