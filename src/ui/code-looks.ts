/** What is shown on top of the code at a position, as plain data. The editor draws it; the plain code says less. */

/** Lines from 1; columns from 0 in code points, -1 unknown. */
export interface Place {
  readonly line: number;
  readonly endLine: number;
  readonly column: number;
  readonly endColumn: number;
}

export interface Runner {
  readonly letter: string;
  readonly hue: number;
  readonly name: string;
}

export interface Tag extends Runner {
  readonly place: Place;
}

export interface Mistake {
  readonly place: Place;
  readonly message: string;
}

export interface Looks {
  readonly running: { readonly line: number; readonly by: Runner | null } | null;
  /** Where suspended tasks are parked in this file; not more of one line than fit behind it. */
  readonly tags: readonly Tag[];
  /** By line, how many tags were left out. */
  readonly moreTags: ReadonlyMap<number, number>;
  readonly mistakes: readonly Mistake[];
  /** The line of the hazard that this step tells of; 0 none. */
  readonly hazardLine: number;
  /** The line that the reader wants to see; 0 none. */
  readonly siteLine: number;
  readonly breakpoints: readonly BreakpointLook[];
}

export interface BreakpointLook {
  readonly line: number;
  readonly hasCondition: boolean;
}

export const NO_LOOKS: Looks = {
  running: null,
  tags: [],
  moreTags: new Map(),
  mistakes: [],
  hazardLine: 0,
  siteLine: 0,
  breakpoints: [],
};
