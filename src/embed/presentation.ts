/**
 * How the page in a frame presents itself: from the query of its address. What is shown is never in the query. Names that
 * are not known are ignored, and so are values that make no sense.
 */
import { type Moment, parseMoment } from '../scenario/moment.ts';
import { clampSpeed } from '../store/playback.ts';
import { THEMES, type Theme } from '../ui/page.ts';

export const EMBED_PANES = ['code', 'lanes', 'loop', 'queue', 'output'] as const;
export type EmbedPane = (typeof EMBED_PANES)[number];

export interface Presentation {
  /** Empty: as the program needs it. */
  readonly panes: readonly EmbedPane[];
  /** Without them the page around moves the playhead, by messages. */
  readonly hasControls: boolean;
  readonly theme: Theme;
  /** Where it opens after Run, in the place of the link's own moment. */
  readonly start: Moment | null;
  /** Where playing stops. */
  readonly end: Moment | null;
  /** Playing goes on from the start when it has come to the end. */
  readonly isLooping: boolean;
  /** Null: the program's own. */
  readonly speed: number | null;
  /** The questions of the scenario are asked before their moments are shown. */
  readonly isPredicting: boolean;
}

const QUERY_LENGTH_MAX = 2_000;

export function readPresentation(query: string): Presentation {
  const fields = new URLSearchParams(query.length > QUERY_LENGTH_MAX ? '' : query);
  const given = (name: string) => fields.get(name) ?? '';
  const speed = Number(given('speed'));
  return {
    panes: panesOf(given('panes')),
    hasControls: given('controls') !== '0',
    theme: themeNamed(given('theme')) ?? 'system',
    start: momentOf(given('start')),
    end: momentOf(given('end')),
    isLooping: given('loop') === '1',
    speed: Number.isFinite(speed) && speed > 0 ? clampSpeed(speed) : null,
    isPredicting: given('predict') === '1',
  };
}

/** `auto` is as the system has it; undefined when there is no such theme. */
export function themeNamed(name: string): Theme | undefined {
  return name === 'auto' ? 'system' : THEMES.find((one) => one === name);
}

/** In the order in which they are shown, each once. */
function panesOf(text: string): readonly EmbedPane[] {
  const wanted = text.split(',').map((name) => name.trim());
  return EMBED_PANES.filter((pane) => wanted.includes(pane));
}

/** A number alone is a step. */
function momentOf(text: string): Moment | null {
  if (text === '') return null;
  return /^\d{1,9}$/.test(text) ? { anchor: '', step: Number(text), timeUs: 0 } : parseMoment(text);
}
