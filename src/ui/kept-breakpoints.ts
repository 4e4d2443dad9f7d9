/** Breakpoints that the reader has set in scenarios of the gallery, and the events that are waited for: kept in this browser. */
import type { Breakpoint } from '../scenario/scenario.ts';
import { HALT_EVENTS, type HaltEvent } from '../trace/halt-events.ts';
import type { Page } from './page.ts';

const EVENTS = 'haltEvents';
const LINES = 'breakpoints.';
const COUNT_MAX = 100;
const CONDITION_MAX = 1_000;

export function keptHaltEvents(page: Page): readonly HaltEvent[] {
  const names = (page.remember(EVENTS) ?? '').split(',');
  return HALT_EVENTS.filter((event) => names.includes(event));
}

export function keepHaltEvents(page: Page, events: readonly HaltEvent[]): void {
  page.keep(EVENTS, events.length === 0 ? undefined : events.join(','));
}

/** Undefined: the reader has changed none. */
export function keptBreakpoints(page: Page, slug: string): readonly Breakpoint[] | undefined {
  const text = page.remember(LINES + slug);
  if (text === undefined) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    // Somebody else's text under our key: as good as nothing.
    return undefined;
  }
  return Array.isArray(parsed) ? parsed.slice(0, COUNT_MAX).flatMap(readOne) : undefined;
}

export function keepBreakpoints(page: Page, slug: string, list: readonly Breakpoint[]): void {
  page.keep(LINES + slug, JSON.stringify(list.map(({ condition, file, line }) => [file, line, condition])));
}

function readOne(value: unknown): readonly Breakpoint[] {
  const [file, line, condition]: readonly unknown[] = Array.isArray(value) ? value : [];
  const isValid = typeof file === 'string' && Number.isSafeInteger(line) && Number(line) > 0;
  if (!isValid) return [];
  const text = typeof condition === 'string' ? condition.slice(0, CONDITION_MAX) : null;
  return [{ file, line: Number(line), condition: text }];
}
