/** How far a reader has come on the guided paths, and which exercises are solved: kept in this browser, sent nowhere. */
import type { Page } from './page.ts';

const PATHS = 'paths';
const EXERCISES = 'exercises';

/** By the id of a path: how many of its steps were visited. */
export type PathProgress = Readonly<Record<string, number>>;

export function pathProgress(page: Page): PathProgress {
  const kept = parsed(page.remember(PATHS));
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return {};
  const steps = Object.entries(kept).filter((entry): entry is [string, number] => Number.isInteger(entry[1]));
  return Object.fromEntries(steps.filter(([, count]) => count > 0));
}

/** `visited`: how many steps up to now. Going back does not undo it. */
export function keepPathProgress(page: Page, id: string, visited: number): void {
  const before = pathProgress(page);
  page.keep(PATHS, JSON.stringify({ ...before, [id]: Math.max(before[id] ?? 0, visited) }));
}

export function solvedExercises(page: Page): readonly string[] {
  const kept = parsed(page.remember(EXERCISES));
  return Array.isArray(kept) ? kept.filter((slug) => typeof slug === 'string') : [];
}

export function keepSolved(page: Page, slug: string): void {
  const before = solvedExercises(page);
  if (!before.includes(slug)) page.keep(EXERCISES, JSON.stringify([...before, slug]));
}

/** Undefined where it is no JSON: others may write there too. */
function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? 'null');
  } catch {
    return undefined;
  }
}
