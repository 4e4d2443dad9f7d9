/**
 * The reader's own programs, kept in this browser as scenario files. Opening something else never takes one away; the
 * oldest goes when there are too many.
 */
import { readScenarioFile, writeScenarioFile } from '../scenario/file.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { DRAFTS, type Page } from './page.ts';

export interface Draft {
  readonly id: number;
  readonly scenario: Scenario;
}

const DRAFTS_MAX = 5;

/** The newest first. What cannot be read is left out. */
export function readDrafts(page: Page): readonly Draft[] {
  return stored(page).flatMap(({ file, id }) => {
    const read = readScenarioFile(file);
    return read.ok ? [{ id, scenario: read.scenario }] : [];
  });
}

/** Keeps a draft under its number, or under a new one; gives the number. */
export function keepDraft(page: Page, scenario: Scenario, known: number | null): number | null {
  const written = writeScenarioFile(scenario);
  if (!written.ok) return known;
  const all = stored(page);
  const id = known ?? Math.max(0, ...all.map((draft) => draft.id)) + 1;
  const next = [{ id, file: written.text }, ...all.filter((draft) => draft.id !== id)].slice(0, DRAFTS_MAX);
  page.keep(DRAFTS, JSON.stringify(next));
  return id;
}

export function dropDraft(page: Page, id: number): void {
  const next = stored(page).filter((draft) => draft.id !== id);
  page.keep(DRAFTS, next.length === 0 ? undefined : JSON.stringify(next));
}

function stored(page: Page): readonly { readonly id: number; readonly file: string }[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(page.remember(DRAFTS) ?? '[]');
  } catch {
    // Somebody else's text under our key: as good as nothing.
    return [];
  }
  if (!Array.isArray(parsed)) return [];
  return parsed.filter(
    (one: unknown): one is { id: number; file: string } =>
      typeof one === 'object' &&
      one !== null &&
      'id' in one &&
      'file' in one &&
      typeof one.id === 'number' &&
      typeof one.file === 'string',
  );
}
