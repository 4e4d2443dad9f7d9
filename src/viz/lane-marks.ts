/** What the lanes are made of, as data. */
import type { LaneState } from '../trace/moves.ts';
import type { LabelPlace } from './label-room.ts';
import type { BandMark } from './lane-bands.ts';
import type { GlyphName, StateName } from './states.ts';

export type SpanLook = 'running' | 'ready' | 'waiting' | 'cancelling';

export interface SpanMark {
  readonly key: string;
  readonly task: number;
  readonly look: SpanLook;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What a task waits for, above its line. */
export interface LabelMark {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly text: string;
  /** `refused` ends where it stands; the others begin there. */
  readonly look: SpanLook | 'refused';
  /** From which position on it is past. */
  readonly position: number;
}

export interface GlyphMark {
  readonly key: string;
  readonly x: number;
  readonly y: number;
  readonly glyph: GlyphName | 'notch';
  readonly state: StateName;
  readonly isCap: boolean;
  readonly title: string;
  readonly position: number;
}

/** From the one who woke to the one woken. */
export interface ArrowMark {
  readonly key: string;
  readonly x: number;
  readonly fromY: number;
  readonly toY: number;
  readonly position: number;
}

export interface LaneRow {
  readonly task: number;
  readonly letter: string;
  readonly hue: number;
  readonly label: string;
  readonly depth: number;
  /** The middle of the lane. */
  readonly y: number;
  readonly createdAt: number;
}

/** The head of a group of lanes. */
export interface GroupRow {
  readonly key: string;
  readonly title: string;
  readonly size: number;
  readonly state: LaneState | null;
  readonly hue: number;
  readonly depth: number;
  readonly isOpen: boolean;
  /** The middle of the line. */
  readonly y: number;
}

export interface TickMark {
  readonly key: string;
  readonly x: number;
  readonly label: LabelPlace;
}

export interface LanesDrawing {
  readonly width: number;
  readonly height: number;
  /** Where the plot begins; names stand left of it. */
  readonly left: number;
  readonly rows: readonly LaneRow[];
  readonly groups: readonly GroupRow[];
  readonly bands: readonly BandMark[];
  readonly spans: readonly SpanMark[];
  readonly labels: readonly LabelMark[];
  readonly glyphs: readonly GlyphMark[];
  readonly arrows: readonly ArrowMark[];
  readonly ticks: readonly TickMark[];
}
